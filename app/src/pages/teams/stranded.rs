//! The campaigns that are left to nobody, in words.

use crate::number::pluralize;

/// What becomes of so many campaigns without this team, or without what is taken out of it.
pub(super) fn stranded_sentence(stranded: u32) -> String {
    format!(
        "{} restricted to teams, and no other of their teams has a member. No one can request their texts until one has, \
         or the restriction is turned off.",
        pluralize(stranded, "campaign is", "campaigns are")
    )
}

#[cfg(test)]
mod tests {
    use super::stranded_sentence;

    #[test]
    fn says_how_many_campaigns_are_left_to_nobody() {
        assert!(stranded_sentence(1).starts_with("1 campaign is restricted"));
        assert!(stranded_sentence(2).starts_with("2 campaigns are restricted"));
    }
}
