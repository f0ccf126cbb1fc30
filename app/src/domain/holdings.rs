//! The holdings of a member: the texts that they have in hand.

use super::LeftOut;

/// What a member holds now, as a suspension releases it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holdings {
    /// Replies that wait for an answer of theirs.
    pub replies: u32,
    /// Initial messages that were handed out to them and not sent.
    pub initials: u32,
    /// What a suspension leaves with them, and why.
    pub left_out: Vec<LeftOut>,
}

impl Holdings {
    /// How many a suspension releases.
    pub fn releasable(&self) -> u32 {
        self.replies.saturating_add(self.initials)
    }
}
