//! How many rows were moved in how much time.

use serde::Serialize;
use std::fmt;
use std::time::Duration;

/// Rows that were moved, and how long it took.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Moved {
    /// How many.
    pub rows: u64,
    /// How long.
    pub seconds: f64,
    /// How fast.
    pub rows_per_second: f64,
}

impl Moved {
    /// So many rows in so much time.
    pub fn new(rows: u64, took: Duration) -> Self {
        let seconds = took.as_secs_f64();
        // Rows are counted in millions, which a float holds exactly.
        #[expect(clippy::cast_precision_loss)]
        let rows_per_second = rows as f64 / seconds;
        Self {
            rows,
            seconds,
            rows_per_second,
        }
    }
}

impl fmt::Display for Moved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:.2} s for {} rows, {:.0} rows/s",
            self.seconds, self.rows, self.rows_per_second
        )
    }
}
