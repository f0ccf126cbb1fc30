//! The settings of automatic release.

use crate::engine::Backoff;
use std::time::Duration;

/// The settings of automatic release.
#[derive(Debug, Clone, Copy)]
pub struct AutoReleaseSettings {
    /// The number of campaigns that are released at once. A long release holds one of these slots.
    pub concurrency: usize,
    /// The delay before a campaign that failed is tried again.
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
