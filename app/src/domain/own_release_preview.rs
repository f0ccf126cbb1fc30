//! The preview of **Release my replies**.

use super::LeftOut;

/// What **Release my replies** would do now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnReleasePreview {
    /// Replies that would go back to the pool.
    pub replies: u32,
    /// Replies that would stay with the texter, and why.
    pub left_out: Vec<LeftOut>,
    /// Of those that would go back, what nobody could request at any hour: auto-assign is off, no pool with members hands
    /// it out, or requests are disabled.
    pub out_of_reach: u32,
    /// Of those that would go back, what is outside the texting hours of its contact.
    pub outside_hours: u32,
}
