//! The sizes of `live`, which are its command-line options.

use clap::Args;

/// The sizes of a run.
#[derive(Debug, Clone, Copy, Args, serde::Serialize)]
pub struct Scale {
    /// Replies in the pool.
    #[arg(long, default_value_t = 235_000)]
    pub pooled: i64,
    /// Campaigns that they are spread over.
    #[arg(long, default_value_t = 20)]
    pub campaigns: i64,
    /// Texters who have their page open.
    #[arg(long, default_value_t = 500)]
    pub streams: u32,
    /// Changes in a second: a text comes in, every other one for a texter who has their page open.
    #[arg(long, default_value_t = 20)]
    pub changes: u32,
    /// Requests for texts in a second, and as many pages that are opened.
    #[arg(long, default_value_t = 2)]
    pub requests: u32,
    /// How long it is measured.
    #[arg(long, default_value_t = 20)]
    pub seconds: u32,
}

impl Scale {
    /// The number of conversations that change during the run.
    pub(super) fn changing(&self) -> i64 {
        i64::from(self.changes) * i64::from(self.seconds) + 1
    }

    /// The reason why a run of these sizes is impossible, if it is.
    pub fn validation_error(&self) -> Option<&'static str> {
        if self.pooled < 0 {
            Some("--pooled must not be negative.")
        } else if self.campaigns < 1
            || self.streams < 1
            || self.changes < 1
            || self.requests < 1
            || self.seconds < 1
        {
            Some("Every number must be at least 1, except --pooled.")
        } else if self.changes > 1000 || self.requests > 1000 {
            Some("--changes and --requests must be at most 1000.")
        } else {
            None
        }
    }
}
