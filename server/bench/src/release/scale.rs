//! The sizes of `release`, which are its command-line options.

use clap::Args;

/// The sizes of a run.
#[derive(Debug, Clone, Copy, Args, serde::Serialize)]
pub struct Scale {
    /// Conversations in all.
    #[arg(long, default_value_t = 5_000_000)]
    pub conversations: i64,
    /// Those whose contact waits for an answer while a texter holds them.
    #[arg(long, default_value_t = 1_000_000)]
    pub waiting: i64,
    /// Those of the waiting that one release takes; two releases are measured.
    #[arg(long, default_value_t = 100_000)]
    pub due: i64,
    /// Campaigns that they are spread over.
    #[arg(long, default_value_t = 1_000)]
    pub campaigns: i64,
    /// Texters who hold them.
    #[arg(long, default_value_t = 500)]
    pub texters: i64,
    /// Conversations in the pool, for the requests meanwhile.
    #[arg(long, default_value_t = 50_000)]
    pub pooled: i64,
}

impl Scale {
    /// The reason why a run of these sizes is impossible, if it is.
    pub fn validation_error(&self) -> Option<&'static str> {
        let Self {
            conversations,
            waiting,
            due,
            campaigns,
            texters,
            pooled,
        } = *self;
        if due < 1 || campaigns < 1 || texters < 1 || pooled < 1 {
            Some("Every number must be at least 1.")
        } else if waiting < due.saturating_mul(3) {
            Some("--waiting must be at least three times --due.")
        } else if conversations < waiting.saturating_add(pooled) {
            Some("--conversations must be at least --waiting and --pooled together.")
        } else {
            None
        }
    }
}
