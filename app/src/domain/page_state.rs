//! What a page knows of the conversation that it sends from.

use super::MessageId;

/// What a page was given when it was opened, and sends with a text. A text from a page that does not know the latest is
/// refused: one page sends once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageState {
    /// How often the conversation had changed hands.
    pub lease_epoch: i32,
    /// The last text that was sent in it; `None` = the page shows none, and nothing is compared.
    pub last_text: Option<MessageId>,
}

impl From<i32> for PageState {
    fn from(lease_epoch: i32) -> Self {
        Self {
            lease_epoch,
            last_text: None,
        }
    }
}
