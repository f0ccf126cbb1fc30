//! Numbers as people read them: grouped digits, and the noun that agrees with them.

pub use sentences::number as format_number;

/// A number and its noun: `1 reply`, `1,200 replies`.
pub fn pluralize(number: u32, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    [&format_number(number), " ", noun].concat()
}

#[cfg(test)]
mod tests {
    use super::pluralize;

    #[test]
    fn agrees_with_the_noun() {
        assert_eq!(pluralize(1, "reply", "replies"), "1 reply");
        assert_eq!(pluralize(0, "reply", "replies"), "0 replies");
        assert_eq!(pluralize(1_200, "reply", "replies"), "1,200 replies");
    }
}
