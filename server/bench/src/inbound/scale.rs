//! The sizes of `inbound`, which are its command-line options.

use clap::Args;

/// The sizes of a run.
#[derive(Debug, Clone, Copy, Args, serde::Serialize)]
pub struct Scale {
    /// Contacts who were texted and may write back, at random.
    #[arg(long, default_value_t = 100_000)]
    pub contacts: i64,
    /// Campaigns that they are spread over.
    #[arg(long, default_value_t = 20)]
    pub campaigns: i64,
    /// Texters who hold half of the conversations.
    #[arg(long, default_value_t = 100)]
    pub texters: i64,
    /// Connections to the database, of the server and of the baseline alike.
    #[arg(long, default_value_t = 20)]
    pub connections: u32,
    /// Connections over which the carrier delivers at once.
    #[arg(long, default_value_t = 40)]
    pub deliverers: u32,
    /// How long each is measured.
    #[arg(long, default_value_t = 10)]
    pub seconds: u32,
}

impl Scale {
    /// The reason why a run of these sizes is impossible, if it is.
    pub fn validation_error(&self) -> Option<&'static str> {
        let Self {
            contacts,
            campaigns,
            texters,
            connections,
            deliverers,
            seconds,
        } = *self;
        if contacts < 1 || campaigns < 1 || texters < 1 || deliverers < 1 || seconds < 1 {
            Some("Every number must be at least 1.")
        } else if contacts > 9_000_000 {
            Some("--contacts must be at most 9000000: each has a cell of seven digits.")
        } else if !(5..=1000).contains(&connections) {
            Some("--connections must be 5 to 1000.")
        } else {
            None
        }
    }
}
