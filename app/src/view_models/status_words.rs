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
