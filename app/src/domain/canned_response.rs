//! Canned responses: titled texts of a campaign that its texters put into the reply box.

use super::{CannedResponseId, with_straight_quotes};

/// The most that a campaign may have.
pub const MAX_CANNED_RESPONSES: usize = 50;

/// The longest title; it is a line of a list on a phone.
pub const MAX_RESPONSE_TITLE_CHARACTERS: usize = 80;

/// A titled text of a campaign, with its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CannedResponse {
    /// Which one; none: it is new.
    pub id: Option<CannedResponseId>,
    /// What texters know it by, 1 to 80 characters.
    pub title: String,
    /// The text, 1 to 1,600 characters.
    pub body: String,
}

/// A response with the fields of one contact in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledResponse {
    /// Which one.
    pub id: CannedResponseId,
    /// What texters know it by.
    pub title: String,
    /// What would be sent.
    pub text: String,
}

/// What stands in the reply box once a text is chosen for it, one of `offered`. It takes the place of nothing, and of
/// another one that was chosen and left as it was, but for quotes that were made straight; what somebody typed stays, and it
/// follows. `script/fill.js` does the same where there is a script.
pub fn with_chosen<'a>(
    typed: &str,
    chosen: &str,
    offered: impl IntoIterator<Item = &'a str>,
) -> String {
    let words = with_straight_quotes(typed.trim());
    let is_words = |text: &str| with_straight_quotes(text.trim()) == words;
    if words.is_empty() || offered.into_iter().any(is_words) {
        return chosen.to_owned();
    }
    [typed.trim_end(), " ", chosen].concat()
}

#[cfg(test)]
mod tests {
    use super::with_chosen;

    #[test]
    fn a_chosen_text_takes_the_place_of_another_one_and_follows_what_was_typed() {
        let offered = ["Hi Ada!", "At the library.", "It’s “on”."];
        let chosen = |typed| with_chosen(typed, "At the library.", offered);
        assert_eq!(chosen(" \n"), "At the library.");
        assert_eq!(chosen("Hi Ada! "), "At the library.");
        assert_eq!(chosen("Hi Ada, hm\n"), "Hi Ada, hm At the library.");
        // Once more, it is there already.
        assert_eq!(chosen("At the library."), "At the library.");
        // Its quotes were made straight.
        assert_eq!(chosen("It's \"on\"."), "At the library.");
    }
}
