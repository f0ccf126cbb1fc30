use crate::engine::Backoff;
use std::time::Duration;

/// The settings of automatic release.
#[derive(Debug, Clone, Copy)]
pub struct AutoReleaseSettings {
    /// How many campaigns are released at once. A long one holds one slot, and delays no other while there
    /// are more.
    pub concurrency: usize,
    /// How long a campaign that failed is left alone.
    pub backoff: Backoff,
}

impl Default for AutoReleaseSettings {
    fn default() -> Self {
        Self {
            concurrency: 8,
            backoff: Backoff {
                first: Duration::from_secs(5),
                cap: Duration::from_secs(300),
            },
        }
    }
}
