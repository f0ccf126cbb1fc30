//! The kinds of conversation that a campaign of the demo is mixed from.

/// The state of a conversation, one for each field of [`crate::plan::Mix`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Unsent,
    Messaged,
    Talking,
    Closed,
    Stopped,
    Held,
    Reassigned,
    Released,
    Pooled,
}
