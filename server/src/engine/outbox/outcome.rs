/// What one round did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutboxCounts {
    /// Taken by their service.
    pub sent: u32,
    /// Had been taken before, by a send whose end nobody saw.
    pub recovered: u32,
    /// Not taken; tried again later.
    pub retried: u32,
    /// Perhaps taken; asked for later.
    pub unclear: u32,
    /// Given up.
    pub failed: u32,
    /// Claimed by another server in the meantime, or not marked because the database failed; their
    /// lease sees to them.
    pub left: u32,
}

/// What became of one text that was claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Sent,
    Recovered,
    Retried,
    Unclear,
    Failed,
    Left,
}

impl OutboxCounts {
    /// Counts it.
    pub(super) fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Sent => &mut self.sent,
            Outcome::Recovered => &mut self.recovered,
            Outcome::Retried => &mut self.retried,
            Outcome::Unclear => &mut self.unclear,
            Outcome::Failed => &mut self.failed,
            Outcome::Left => &mut self.left,
        } += 1;
    }
}
