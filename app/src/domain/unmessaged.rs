//! The unmessaged contacts of a campaign: nothing was ever sent to them, and nothing came from them.

use super::ConversationId;

/// What deleting the unmessaged contacts of a campaign would do now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnmessagedPreview {
    /// Contacts that would be deleted: exact.
    pub unmessaged: u32,
    /// Those of them that texters hold as initial messages.
    pub held: u32,
    /// Contacts that would stay.
    pub stay: u32,
    /// The newest contact that was counted; those that are uploaded later are not deleted. `None` = there are none.
    pub newest: Option<ConversationId>,
}

/// What became of a deletion of unmessaged contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnmessagedDeletion {
    /// It is done; so many were deleted.
    Finished(u32),
    /// It goes on.
    Running,
}

/// Whether what was typed confirms the title of a campaign. Case and the number of spaces do not count: it is typed from
/// a screen, which shows several as one.
pub fn confirms_title(title: &str, typed: &str) -> bool {
    let words =
        |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_lowercase).collect() };
    words(title) == words(typed)
}

#[cfg(test)]
mod tests {
    use super::confirms_title;

    #[test]
    fn a_title_is_confirmed_by_its_words_and_nothing_else() {
        for typed in ["Early vote", " early  VOTE "] {
            assert!(confirms_title("Early  vote", typed), "{typed}");
        }
        for typed in ["", "Early", "Earlyvote", "Early vote 2"] {
            assert!(!confirms_title("Early vote", typed), "{typed}");
        }
    }
}
