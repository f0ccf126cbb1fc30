//! The sizes of `claim`, which are its command-line options.

use clap::Args;

/// The sizes of a run.
#[derive(Debug, Clone, Copy, Args, serde::Serialize)]
pub struct Scale {
    /// Conversations in all.
    #[arg(long, default_value_t = 1_000_000)]
    pub conversations: i64,
    /// Those whose contact waits for an answer while a texter holds them.
    #[arg(long, default_value_t = 500_000)]
    pub held: i64,
    /// Those in the pool.
    #[arg(long, default_value_t = 100_000)]
    pub pooled: i64,
    /// Campaigns that they are spread over.
    #[arg(long, default_value_t = 20)]
    pub campaigns: i64,
    /// Texters who ask at once.
    #[arg(long, default_value_t = 500)]
    pub texters: u32,
    /// What each asks for.
    #[arg(long, default_value_t = 20)]
    pub batch: u32,
    /// How often each asks: once all together, as fast as the servers can, and once in their own time.
    #[arg(long, default_value_t = 4)]
    pub rounds: u32,
}

impl Scale {
    /// The conversations that all texters claim in one of the two measurements.
    pub(super) fn claimed(&self) -> i64 {
        i64::from(self.texters) * i64::from(self.batch) * i64::from(self.rounds)
    }

    /// The reason why a run of these sizes is impossible, if it is.
    pub fn validation_error(&self) -> Option<&'static str> {
        if self.campaigns < 1 || self.held < 0 || self.claimed() < 1 {
            Some("Every number must be at least 1, except --held.")
        } else if self.batch > 500 {
            Some("--batch must be at most 500, which is the most that a pool may give at once.")
        } else if self.pooled < self.claimed().saturating_mul(2) {
            Some("--pooled must be at least twice --texters times --batch times --rounds.")
        } else if self.conversations < self.held.saturating_add(self.pooled) {
            Some("--conversations must be at least --held and --pooled together.")
        } else {
            None
        }
    }
}
