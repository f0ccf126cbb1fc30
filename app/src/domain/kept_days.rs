//! For how many days messages are kept.

use std::str::FromStr;

/// A whole number of days from 30 to 3,650.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeptDays(i32);

/// Days that are too few, too many, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("messages are kept from 30 to 3650 days")]
pub struct InvalidKeptDays;

impl KeptDays {
    /// The fewest.
    pub const MIN: i32 = 30;
    /// The most.
    pub const MAX: i32 = 3650;

    /// The number of days.
    pub fn days(self) -> i32 {
        self.0
    }
}

impl TryFrom<i32> for KeptDays {
    type Error = InvalidKeptDays;
    fn try_from(days: i32) -> Result<Self, InvalidKeptDays> {
        if (Self::MIN..=Self::MAX).contains(&days) {
            Ok(Self(days))
        } else {
            Err(InvalidKeptDays)
        }
    }
}

impl FromStr for KeptDays {
    type Err = InvalidKeptDays;
    fn from_str(text: &str) -> Result<Self, InvalidKeptDays> {
        let days: i32 = text.trim().parse().map_err(|_| InvalidKeptDays)?;
        days.try_into()
    }
}

#[cfg(test)]
mod tests {
    use super::KeptDays;

    #[test]
    fn are_between_a_month_and_ten_years() {
        let days = |text: &str| text.parse::<KeptDays>().map(KeptDays::days);
        assert_eq!(days(" 30 "), Ok(30));
        assert_eq!(days("3650"), Ok(3650));
        for text in ["", "29", "3651", "-30", "30.5", "a year", "99999999999"] {
            assert!(days(text).is_err(), "{text}");
        }
    }
}
