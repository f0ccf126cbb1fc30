//! The throughput of a bulk operation.

use serde::Serialize;
use std::fmt;
use std::time::Duration;

/// The rows of an operation, its duration, and the rate of both.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Throughput {
    /// Rows that were written.
    pub rows: u64,
    /// The duration.
    pub seconds: f64,
    /// The rate.
    pub rows_per_second: f64,
}

impl Throughput {
    /// The throughput of `rows` rows in `duration`.
    pub fn new(rows: u64, duration: Duration) -> Self {
        let seconds = duration.as_secs_f64();
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

impl fmt::Display for Throughput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:.2} s for {} rows, {:.0} rows/s",
            self.seconds, self.rows, self.rows_per_second
        )
    }
}
