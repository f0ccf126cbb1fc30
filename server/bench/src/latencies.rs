//! The distribution of latencies.

use serde::Serialize;
use std::fmt;
use std::time::Duration;

/// Percentiles of many durations, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Latencies {
    /// The number of durations.
    pub count: usize,
    /// The median.
    pub p50_ms: f64,
    /// The 95th percentile.
    pub p95_ms: f64,
    /// The 99th percentile.
    pub p99_ms: f64,
    /// The longest.
    pub max_ms: f64,
}

impl Latencies {
    /// The percentiles of these durations; all are zero if there are none.
    pub fn of(mut durations: Vec<Duration>) -> Self {
        durations.sort_unstable();
        let percentile = |percent: usize| {
            // The nearest rank, which is one of the durations and not between two.
            let rank = (durations.len() * percent).div_ceil(100).max(1) - 1;
            durations
                .get(rank)
                .map_or(0.0, |duration| duration.as_secs_f64() * 1000.0)
        };
        Self {
            count: durations.len(),
            p50_ms: percentile(50),
            p95_ms: percentile(95),
            p99_ms: percentile(99),
            max_ms: percentile(100),
        }
    }
}

impl fmt::Display for Latencies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms, longest {:.1} ms ({} times)",
            self.p50_ms, self.p95_ms, self.p99_ms, self.max_ms, self.count
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Latencies;
    use std::time::Duration;

    #[test]
    fn uses_the_nearest_rank() {
        let hundred = (1..=100).rev().map(Duration::from_millis).collect();
        let latencies = Latencies::of(hundred);
        assert_eq!((latencies.p50_ms, latencies.p95_ms), (50.0, 95.0));
        assert_eq!((latencies.p99_ms, latencies.max_ms), (99.0, 100.0));
        let one = Latencies::of(vec![Duration::from_millis(7)]);
        assert_eq!((one.p50_ms, one.p99_ms, one.max_ms), (7.0, 7.0, 7.0));
        assert_eq!(Latencies::of(Vec::new()).count, 0);
    }
}
