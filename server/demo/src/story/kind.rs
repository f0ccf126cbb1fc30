//! The kinds of conversation that a campaign of the demo is mixed from.

/// How a conversation stands, in the words of [`crate::plan::Mix`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Unsent,
    Messaged,
    Talking,
    Closed,
    Stopped,
    Held,
    Retaken,
    Released,
    Pooled,
}
