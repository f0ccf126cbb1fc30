//! The second pass of a campaign: contacts who were messaged and have not answered are to be messaged again.

use super::{Diagnosis, LeftOut};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// How old the last text of a contact has to be, so that a second pass takes them: a whole number of days from 0,
/// which takes all whose texts have gone out, to 365.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
pub struct SecondPassDays(i32);

/// Days that are too many, fewer than none, or no whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a second pass is of contacts whose last text is 0 to 365 days old")]
pub struct InvalidSecondPassDays;

impl SecondPassDays {
    /// The fewest.
    pub const MIN: i32 = 0;
    /// The most.
    pub const MAX: i32 = 365;
    /// What its page opens with.
    pub const DEFAULT: Self = Self(3);

    /// The number of days.
    pub fn days(self) -> i32 {
        self.0
    }
}

impl TryFrom<i32> for SecondPassDays {
    type Error = InvalidSecondPassDays;
    fn try_from(days: i32) -> Result<Self, InvalidSecondPassDays> {
        if (Self::MIN..=Self::MAX).contains(&days) {
            Ok(Self(days))
        } else {
            Err(InvalidSecondPassDays)
        }
    }
}

impl From<SecondPassDays> for i32 {
    fn from(days: SecondPassDays) -> Self {
        days.0
    }
}

impl FromStr for SecondPassDays {
    type Err = InvalidSecondPassDays;
    fn from_str(text: &str) -> Result<Self, InvalidSecondPassDays> {
        let days: i32 = text.trim().parse().map_err(|_| InvalidSecondPassDays)?;
        days.try_into()
    }
}

/// What a second pass would take now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SecondPassPreview {
    /// Contacts who would be messaged again: exact.
    pub conversations: u32,
    /// Texters who hold some of them now.
    pub texters: u32,
    /// The other contacts of the campaign, by the reason why they are left out.
    pub left_out: Vec<LeftOut>,
    /// What would keep them from being handed out.
    pub diagnosis: Vec<Diagnosis>,
}

#[cfg(test)]
mod tests {
    use super::SecondPassDays;

    #[test]
    fn the_days_are_none_to_a_year() {
        let days = |text: &str| text.parse::<SecondPassDays>().map(SecondPassDays::days);
        assert_eq!(days(" 0 "), Ok(0));
        assert_eq!(days("365"), Ok(365));
        for text in ["", "-1", "366", "2.5", "three", "99999999999"] {
            assert!(days(text).is_err(), "{text}");
        }
    }
}
