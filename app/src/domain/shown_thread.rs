//! What a page shows of a conversation that it closes.

use super::{ConversationView, MessageId};

/// What a page was given when it was opened, and closes the conversation with. Who writes meanwhile is not closed unread:
/// a close from a page that shows anything else than the thread as it is, is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownThread {
    /// How often the conversation had changed hands.
    pub lease_epoch: i32,
    /// The last message, by whomever.
    pub last_message: Option<MessageId>,
    /// How many messages; of a long thread only the last ones are shown.
    pub messages: u32,
}

impl ShownThread {
    /// Of a conversation that is shown in full.
    pub fn of(view: &ConversationView) -> Self {
        Self {
            lease_epoch: view.lease_epoch,
            last_message: view.messages.iter().map(|message| message.id).max(),
            messages: u32::try_from(view.messages.len()).unwrap_or(u32::MAX),
        }
    }
}
