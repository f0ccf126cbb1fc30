use std::time::Duration;

/// How long to wait before the next attempt: twice as long after each, up to a cap, and between half
/// and the whole of that by chance, so that what failed together does not come back together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backoff {
    /// The longest wait after the first attempt.
    pub first: Duration,
    /// The longest wait at all.
    pub cap: Duration,
}

impl Backoff {
    /// The wait after an attempt, counted from 1. `chance` is from 0 to 1.
    pub fn after(&self, attempt: i16, chance: f64) -> Duration {
        let doublings = u32::try_from(attempt - 1).unwrap_or(0).min(31);
        let whole = self.first.saturating_mul(1 << doublings).min(self.cap);
        whole.mul_f64(0.5 + chance.clamp(0.0, 1.0) / 2.0)
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
