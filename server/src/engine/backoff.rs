//! Exponential backoff.

use std::time::Duration;

/// Exponential backoff with jitter: the delay doubles with each attempt up to a cap, and is between half and the whole of
/// that, so that what failed together is not tried again together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backoff {
    /// The maximum delay after the first attempt.
    pub first: Duration,
    /// The maximum delay.
    pub cap: Duration,
}

impl Backoff {
    /// The delay after an attempt, counted from 1. `jitter` is a random number from 0 to 1.
    pub fn after(&self, attempt: i16, jitter: f64) -> Duration {
        let doublings = u32::try_from(attempt - 1).unwrap_or(0).min(31);
        let whole = self.first.saturating_mul(1 << doublings).min(self.cap);
        whole.mul_f64(0.5 + jitter.clamp(0.0, 1.0) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Backoff;
    use std::time::Duration;

    const BACKOFF: Backoff = Backoff {
        first: Duration::from_secs(4),
        cap: Duration::from_secs(60),
    };

    #[test]
    fn doubles_up_to_the_cap() {
        let seconds: Vec<_> = (1..8).map(|n| BACKOFF.after(n, 1.0).as_secs()).collect();
        assert_eq!(seconds, [4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(BACKOFF.after(i16::MAX, 1.0).as_secs(), 60);
    }

    #[test]
    fn is_by_chance_between_half_and_the_whole() {
        assert_eq!(BACKOFF.after(2, 0.0).as_secs(), 4);
        assert_eq!(BACKOFF.after(2, 0.5).as_secs(), 6);
        assert_eq!(BACKOFF.after(2, 1.0).as_secs(), 8);
    }
}
