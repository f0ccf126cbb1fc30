//! Idle intervals: how long a reply may sit before it may be released.

use super::decimal::{PARTS, billionths};
use sentences::{admin, island};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A validated idle interval: whole minutes, from 5 minutes to 7 days. 0 or a negative one would
/// release everything, so there is no way to have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct IdleInterval(u32);

/// The unit beside a custom number in the interval picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum IntervalUnit {
    /// Whole minutes.
    Minutes,
    /// Hours, fractions allowed.
    Hours,
}

/// Why a number is no idle interval. Each is the sentence that the form shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum InvalidInterval {
    /// Nothing was typed.
    Empty,
    /// Not a number.
    NotANumber,
    /// A fraction that does not come out at whole minutes.
    NotWholeMinutes,
    /// Under five minutes, zero and negative numbers among them.
    TooShort,
    /// Over seven days.
    TooLong,
}

impl fmt::Display for InvalidInterval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => admin::choose_or_enter_a_time(),
            Self::NotANumber => admin::enter_a_number(),
            Self::NotWholeMinutes => admin::use_whole_minutes(),
            Self::TooShort => admin::shortest_interval(),
            Self::TooLong => admin::longest_interval(),
        })
    }
}

impl std::error::Error for InvalidInterval {}

impl IdleInterval {
    /// The shortest, in minutes.
    pub const MIN_MINUTES: u32 = 5;
    /// The longest, in minutes: 7 days.
    pub const MAX_MINUTES: u32 = 7 * 24 * 60;
    /// What the release dialogs start with.
    pub const ONE_HOUR: Self = Self(60);
    /// What the Autoassign Mode window suggests.
    pub const HALF_AN_HOUR: Self = Self(30);
    /// The choice in the interval picker that makes the custom number count.
    pub const CUSTOM: &'static str = "custom";
    /// What the interval picker offers.
    pub const PRESETS: [Self; 7] = [
        Self(15),
        Self(30),
        Self(60),
        Self(120),
        Self(240),
        Self(480),
        Self(1440),
    ];

    /// From whole minutes.
    ///
    /// # Errors
    /// Outside 5 minutes to 7 days.
    pub fn from_minutes(minutes: u32) -> Result<Self, InvalidInterval> {
        match minutes {
            0..Self::MIN_MINUTES => Err(InvalidInterval::TooShort),
            Self::MIN_MINUTES..=Self::MAX_MINUTES => Ok(Self(minutes)),
            _ => Err(InvalidInterval::TooLong),
        }
    }

    /// From what a person typed: a number and a unit. `1.5` hours are 90 minutes; a comma is taken
    /// for a point.
    ///
    /// # Errors
    /// Empty, no finite number, not whole minutes, or out of range.
    pub fn parse(number: &str, unit: IntervalUnit) -> Result<Self, InvalidInterval> {
        let number = number.trim();
        if number.is_empty() {
            return Err(InvalidInterval::Empty);
        }
        let value = billionths(number).ok_or(InvalidInterval::NotANumber)?;
        let minutes = match unit {
            IntervalUnit::Minutes => value,
            IntervalUnit::Hours => value * 60,
        };
        // A third of an hour typed with nine digits is a little less than 20 minutes; a person means 20.
        let whole = (minutes + PARTS / 2).div_euclid(PARTS);
        if (minutes - whole * PARTS).abs() > PARTS / 1_000_000 {
            return Err(match minutes / PARTS {
                minutes if minutes < i64::from(Self::MIN_MINUTES) => InvalidInterval::TooShort,
                minutes if minutes >= i64::from(Self::MAX_MINUTES) => InvalidInterval::TooLong,
                _ => InvalidInterval::NotWholeMinutes,
            });
        }
        Self::from_minutes(u32::try_from(whole.max(0)).unwrap_or(u32::MAX))
    }

    /// From the fields of an interval picker: whole minutes of the one that was picked, or
    /// [`Self::CUSTOM`] and then what was typed, and its unit.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn picked(choice: &str, number: &str, unit: &str) -> Result<Self, InvalidInterval> {
        match (choice, unit) {
            (Self::CUSTOM, "minutes") => Self::parse(number, IntervalUnit::Minutes),
            (Self::CUSTOM, _) => Self::parse(number, IntervalUnit::Hours),
            _ => choice.parse(),
        }
    }

    /// Whole minutes, as the database stores it.
    pub fn minutes(self) -> u32 {
        self.0
    }

    /// Seconds.
    pub fn seconds(self) -> u32 {
        self.0 * 60
    }
}

impl TryFrom<u32> for IdleInterval {
    type Error = InvalidInterval;
    fn try_from(minutes: u32) -> Result<Self, InvalidInterval> {
        Self::from_minutes(minutes)
    }
}

impl From<IdleInterval> for u32 {
    fn from(interval: IdleInterval) -> u32 {
        interval.0
    }
}

impl FromStr for IdleInterval {
    type Err = InvalidInterval;
    /// Whole minutes, as a form field carries them.
    fn from_str(minutes: &str) -> Result<Self, InvalidInterval> {
        Self::parse(minutes, IntervalUnit::Minutes)
    }
}

impl fmt::Display for IdleInterval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, m) => f.write_str(&island::interval_minutes(m)),
            (h, 0) => f.write_str(&island::interval_hours(h)),
            (h, m) => write!(f, "{h} h {m} min"),
        }
    }
}

#[cfg(test)]
#[path = "idle_interval_tests.rs"]
mod tests;
