//! The live figures of one row, and their sum over a page.

use crate::domain::{Age, CampaignCounts, CampaignId};

/// Figures, and when they came, so that a wait grows while nothing else happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LiveRow {
    /// What the server said.
    pub counts: CampaignCounts,
    /// How many seconds the page had been open then.
    pub received_at: u32,
}

impl LiveRow {
    /// The sum of several: all who wait, and the oldest wait among them, at one moment.
    pub fn sum(rows: impl Iterator<Item = Self>, elapsed: u32) -> Self {
        let mut counts = CampaignCounts {
            campaign: CampaignId(0),
            unsent: 0,
            unhandled: 0,
            in_pool: 0,
            oldest_wait: None,
        };
        for row in rows {
            counts.unsent = counts.unsent.saturating_add(row.counts.unsent);
            counts.unhandled = counts.unhandled.saturating_add(row.counts.unhandled);
            counts.in_pool = counts.in_pool.saturating_add(row.counts.in_pool);
            counts.oldest_wait = counts.oldest_wait.max(row.oldest_wait(elapsed));
        }
        Self {
            counts,
            received_at: elapsed,
        }
    }

    /// Replies that wait, in whoever's hands.
    pub fn waiting(&self) -> u32 {
        self.counts.unhandled.saturating_add(self.counts.in_pool)
    }

    /// The oldest wait, when the page has been open for so many seconds.
    pub fn oldest_wait(&self, elapsed: u32) -> Option<Age> {
        let since = elapsed.saturating_sub(self.received_at);
        self.counts
            .oldest_wait
            .map(|age| Age(age.0.saturating_add(since)))
    }
}

#[cfg(test)]
mod tests {
    use super::LiveRow;
    use crate::domain::{Age, CampaignCounts, CampaignId};

    fn row(oldest_wait: Option<Age>, received_at: u32) -> LiveRow {
        let campaign = CampaignId(1);
        LiveRow {
            counts: CampaignCounts {
                campaign,
                unsent: 1,
                unhandled: 2,
                in_pool: 3,
                oldest_wait,
            },
            received_at,
        }
    }

    #[test]
    fn a_sum_has_all_who_wait_and_the_oldest_wait_at_that_moment() {
        let rows = [row(Some(Age(100)), 0), row(None, 0), row(Some(Age(90)), 30)];
        let sum = LiveRow::sum(rows.into_iter(), 60);
        assert_eq!((sum.waiting(), sum.counts.unsent), (15, 3));
        assert_eq!(sum.oldest_wait(60), Some(Age(160)));
        assert_eq!(LiveRow::sum([].into_iter(), 60).oldest_wait(90), None);
    }

    #[test]
    fn a_wait_grows_from_the_moment_it_was_received() {
        let row = row(Some(Age(100)), 40);
        assert_eq!(row.waiting(), 5);
        assert_eq!(row.oldest_wait(60), Some(Age(120)));
        assert_eq!(row.oldest_wait(0), Some(Age(100)));
    }
}
