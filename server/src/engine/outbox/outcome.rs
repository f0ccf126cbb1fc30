//! The outcomes of deliveries, and their counts.

/// The counts of one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutboxCounts {
    /// Texts that the service accepted.
    pub sent: u32,
    /// Texts that an earlier, interrupted send had delivered already.
    pub recovered: u32,
    /// Texts that were not accepted, and are sent again later.
    pub retried: u32,
    /// Texts that may have been accepted; the service is asked later.
    pub unclear: u32,
    /// Texts that wait until their campaign is resumed, or unarchived.
    pub held: u32,
    /// Texts that wait until the contact's texting hours open.
    pub postponed: u32,
    /// Texts that failed for good.
    pub failed: u32,
    /// Texts that another server has claimed meanwhile, or that could not be marked; they are claimed again after their
    /// lease.
    pub left: u32,
}

/// The outcome of one claimed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Sent,
    Recovered,
    Retried,
    Unclear,
    Held,
    Postponed,
    Failed,
    Left,
}

impl OutboxCounts {
    /// Adds an outcome to the counts.
    pub(super) fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Sent => &mut self.sent,
            Outcome::Recovered => &mut self.recovered,
            Outcome::Retried => &mut self.retried,
            Outcome::Unclear => &mut self.unclear,
            Outcome::Held => &mut self.held,
            Outcome::Postponed => &mut self.postponed,
            Outcome::Failed => &mut self.failed,
            Outcome::Left => &mut self.left,
        } += 1;
    }
}
