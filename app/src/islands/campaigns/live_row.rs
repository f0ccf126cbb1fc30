//! The figures of one row, and how they change.

use crate::domain::{Age, CampaignCounts};

/// Figures, and when they came, so that a wait grows while nothing else happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LiveRow {
    /// What the server said.
    pub counts: CampaignCounts,
    /// How many seconds the page had been open then.
    pub told_at: u32,
}

impl LiveRow {
    /// Replies that wait, in whoever's hands.
    pub fn waiting(&self) -> u32 {
        self.counts.unhandled.saturating_add(self.counts.in_pool)
    }

    /// The oldest wait, when the page has been open for so many seconds.
    pub fn oldest_wait(&self, elapsed: u32) -> Option<Age> {
        let since = elapsed.saturating_sub(self.told_at);
        self.counts.oldest_wait.map(|age| Age(age.0.saturating_add(since)))
    }
}

#[cfg(test)]
mod tests {
    use super::LiveRow;
    use crate::domain::{Age, CampaignCounts, CampaignId};

    #[test]
    fn a_wait_grows_from_the_moment_it_was_told() {
        let counts = CampaignCounts {
            campaign: CampaignId(1),
            unsent: 0,
            unhandled: 2,
            in_pool: 3,
            oldest_wait: Some(Age(100)),
        };
        let row = LiveRow { counts, told_at: 40 };
        assert_eq!(row.waiting(), 5);
        assert_eq!(row.oldest_wait(60), Some(Age(120)));
        assert_eq!(row.oldest_wait(0), Some(Age(100)));
    }
}
