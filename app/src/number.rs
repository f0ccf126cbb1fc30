//! Numbers as people read them: grouped digits, and the noun that agrees with them.

/// With a comma between groups of three digits: `12,345`.
pub fn format_number(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number and its noun: `1 reply`, `1,200 replies`.
pub fn pluralize(number: u32, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    [&format_number(number), " ", noun].concat()
}

#[cfg(test)]
mod tests {
    use super::{format_number, pluralize};

    #[test]
    fn separates_thousands_and_agrees_with_the_noun() {
        let words: Vec<_> = [0, 12, 999, 1000, 12_345, 1_234_567]
            .into_iter()
            .map(format_number)
            .collect();
        assert_eq!(words, ["0", "12", "999", "1,000", "12,345", "1,234,567"]);
        assert_eq!(pluralize(1, "reply", "replies"), "1 reply");
        assert_eq!(pluralize(0, "reply", "replies"), "0 replies");
    }
}
