//! A span of time, short enough for a table cell.

use sentences::island;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A span of time in whole seconds, measured by the database's clock. Never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Age(pub u32);

impl Age {
    /// From seconds as the database gives them; what lies in the future counts as just now.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(u32::try_from(seconds.max(0)).unwrap_or(u32::MAX))
    }

    /// Whole minutes in it.
    pub fn minutes(self) -> u32 {
        self.0 / 60
    }
}

impl fmt::Display for Age {
    /// The two largest units that matter: `just now`, `4 min`, `2 h 10 min`, `3 d 4 h`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.minutes();
        match (minutes / 1440, minutes / 60 % 24, minutes % 60) {
            (0, 0, 0) => f.write_str(island::just_now()),
            (0, 0, m) => write!(f, "{m} min"),
            (0, h, 0) => write!(f, "{h} h"),
            (0, h, m) => write!(f, "{h} h {m} min"),
            (d, 0, _) => write!(f, "{d} d"),
            (d, h, _) => write!(f, "{d} d {h} h"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Age;

    #[test]
    fn names_the_two_largest_units() {
        let words = |seconds| Age::from_seconds(seconds).to_string();
        assert_eq!(words(-5), "just now");
        assert_eq!(words(59), "just now");
        assert_eq!(words(60), "1 min");
        assert_eq!(words(3600), "1 h");
        assert_eq!(words(7800), "2 h 10 min");
        assert_eq!(words(86_400), "1 d");
        assert_eq!(words(90_000 + 59), "1 d 1 h");
    }
}
