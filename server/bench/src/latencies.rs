//! How long something took, many times.

use serde::Serialize;
use std::fmt;
use std::time::Duration;

/// The middle and the tail of many durations, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Latencies {
    /// How many.
    pub count: usize,
    /// Half took no longer.
    pub p50_ms: f64,
    /// One in twenty took longer.
    pub p95_ms: f64,
    /// One in a hundred took longer.
    pub p99_ms: f64,
    /// The longest.
    pub max_ms: f64,
}

impl Latencies {
    /// Of these durations; all zero if there are none.
    pub fn of(mut durations: Vec<Duration>) -> Self {
        durations.sort_unstable();
        let at = |hundredth: usize| {
            // The nearest rank: the smallest that is no less than that share.
            let rank = (durations.len() * hundredth).div_ceil(100).max(1) - 1;
            durations
                .get(rank)
                .map_or(0.0, |duration| duration.as_secs_f64() * 1000.0)
        };
        Self {
            count: durations.len(),
            p50_ms: at(50),
            p95_ms: at(95),
            p99_ms: at(99),
            max_ms: at(100),
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
    fn takes_the_nearest_rank() {
        let hundred = (1..=100).rev().map(Duration::from_millis).collect();
        let of = Latencies::of(hundred);
        assert_eq!((of.p50_ms, of.p95_ms), (50.0, 95.0));
        assert_eq!((of.p99_ms, of.max_ms), (99.0, 100.0));
        let one = Latencies::of(vec![Duration::from_millis(7)]);
        assert_eq!((one.p50_ms, one.p99_ms, one.max_ms), (7.0, 7.0, 7.0));
        assert_eq!(Latencies::of(Vec::new()).count, 0);
    }
}
