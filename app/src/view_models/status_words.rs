//! The status of a contact's conversation, in words.

use crate::domain::ConversationStatus;
use sentences::page;

/// How far the conversation is.
pub fn status_words(status: ConversationStatus) -> &'static str {
    match status {
        ConversationStatus::NeedsMessage => page::status_needs_message(),
        ConversationStatus::Messaged => page::status_messaged(),
        ConversationStatus::NeedsResponse => page::status_needs_response(),
        ConversationStatus::Convo => page::status_convo(),
        ConversationStatus::Closed => page::status_closed(),
    }
}

/// The same beside the mark of who has opted out. `None` if they have and wrote again: nobody answers that, and the mark is
/// all that there is to say.
pub fn marked_status_words(status: ConversationStatus, opted_out: bool) -> Option<&'static str> {
    let nobody_answers = opted_out && status == ConversationStatus::NeedsResponse;
    (!nobody_answers).then(|| status_words(status))
}

#[cfg(test)]
mod tests {
    use super::marked_status_words;
    use crate::domain::ConversationStatus::{Closed, NeedsResponse};

    #[test]
    fn who_has_opted_out_is_not_said_to_wait() {
        assert_eq!(
            marked_status_words(NeedsResponse, false),
            Some("Waits for an answer")
        );
        assert_eq!(marked_status_words(NeedsResponse, true), None);
        assert_eq!(marked_status_words(Closed, true), Some("Closed"));
    }
}
