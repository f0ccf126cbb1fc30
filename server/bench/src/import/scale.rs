//! The sizes of `import`, which are its command-line options.

use clap::Args;

/// The sizes of a run.
#[derive(Debug, Clone, Copy, Args, serde::Serialize)]
pub struct Scale {
    /// Rows of each file; two files are imported.
    #[arg(long, default_value_t = 200_000)]
    pub rows: u32,
    /// Campaigns: the files go into the first of them.
    #[arg(long, default_value_t = 4)]
    pub campaigns: i64,
    /// Texters who hold conversations.
    #[arg(long, default_value_t = 100)]
    pub texters: i64,
    /// Conversations whose contact waits for an answer while a texter holds them.
    #[arg(long, default_value_t = 50_000)]
    pub held: i64,
    /// Conversations in the pool, for the requests.
    #[arg(long, default_value_t = 200_000)]
    pub pooled: i64,
    /// How long texters are measured alone.
    #[arg(long, default_value_t = 10)]
    pub seconds: u32,
}

impl Scale {
    /// The most rows of a file: so many cells there are in it.
    const MAX_ROWS: u32 = 1_000_000;

    /// The reason why a run of these sizes is impossible, if it is.
    pub fn validation_error(&self) -> Option<&'static str> {
        let Self {
            rows,
            campaigns,
            texters,
            held,
            pooled,
            seconds,
        } = *self;
        if rows < 1 || campaigns < 1 || held < 1 || pooled < 1 || seconds < 1 {
            Some("Every number must be at least 1.")
        } else if texters < 4 {
            Some("--texters must be at least 4.")
        } else if rows > Self::MAX_ROWS {
            Some("--rows must be at most 1000000.")
        } else if held.saturating_add(pooled) > 9_000_000 {
            Some(
                "--held and --pooled must be at most 9000000 together: each has a cell of seven digits.",
            )
        } else {
            None
        }
    }
}
