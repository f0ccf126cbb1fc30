//! The sizes of `pages`, which are its command-line options.

use clap::Args;

/// The sizes of a run.
#[derive(Debug, Clone, Copy, Args, serde::Serialize)]
pub struct Scale {
    /// Campaigns: eight of ten run, one is a draft, one is archived.
    #[arg(long, default_value_t = 5_000)]
    pub campaigns: i64,
    /// Conversations in all, spread over the campaigns.
    #[arg(long, default_value_t = 5_000_000)]
    pub conversations: i64,
    /// Those whose contact waits for an answer while a texter holds them.
    #[arg(long, default_value_t = 400_000)]
    pub held: i64,
    /// Those whose contact waits in the pool.
    #[arg(long, default_value_t = 100_000)]
    pub pooled: i64,
    /// Contacts of one campaign more, which are searched.
    #[arg(long, default_value_t = 1_000_000)]
    pub contacts: i64,
    /// People of the organization.
    #[arg(long, default_value_t = 10_000)]
    pub people: i64,
    /// How often each page is read.
    #[arg(long, default_value_t = 20)]
    pub rounds: u32,
}

impl Scale {
    /// The reason why a run of these sizes is impossible, if it is.
    pub fn validation_error(&self) -> Option<&'static str> {
        if self.campaigns < 10 {
            Some("--campaigns must be at least 10.")
        } else if [self.held, self.pooled, self.contacts, self.people]
            .iter()
            .any(|count| *count < 0)
            || self.rounds < 1
        {
            Some(
                "--held, --pooled, --contacts and --people must not be negative, --rounds must be at least 1.",
            )
        } else if self.conversations < self.held.saturating_add(self.pooled) {
            Some("--conversations must be at least --held and --pooled together.")
        } else {
            None
        }
    }
}
