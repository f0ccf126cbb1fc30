//! Opt-outs by number, as admins administer them. Each holds for the whole organization.

use super::{CampaignId, InvalidId, MemberId, PhoneNumber, ReportedRow};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Who or what recorded an opt-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptOutOrigin {
    /// The contact, by a stop word.
    StopWord,
    /// A member, on a conversation.
    Texter,
    /// An admin, by hand.
    Admin,
    /// An admin, by a file.
    Import,
    /// The carrier, which refused a text.
    Carrier,
}

/// A word that names no origin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no origin of an opt-out")]
pub struct UnknownOrigin(String);

impl OptOutOrigin {
    /// Every origin.
    pub const ALL: [Self; 5] = [
        Self::StopWord,
        Self::Texter,
        Self::Admin,
        Self::Import,
        Self::Carrier,
    ];

    /// The word in the database, and in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::StopWord => "stop_word",
            Self::Texter => "texter",
            Self::Admin => "admin",
            Self::Import => "import",
            Self::Carrier => "carrier",
        }
    }

    /// Whether carriers know of it too, and deliver nothing until the contact writes START.
    pub const fn is_known_to_the_carrier(self) -> bool {
        matches!(self, Self::StopWord | Self::Carrier)
    }
}

impl FromStr for OptOutOrigin {
    type Err = UnknownOrigin;

    fn from_str(word: &str) -> Result<Self, UnknownOrigin> {
        let mut all = Self::ALL.into_iter();
        all.find(|origin| origin.as_str() == word)
            .ok_or_else(|| UnknownOrigin(word.to_owned()))
    }
}

/// An opt-out that holds, or did until it was lifted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptOut {
    /// Whose number must not be texted.
    pub number: PhoneNumber,
    /// Who or what recorded it.
    pub origin: OptOutOrigin,
    /// The member and their name now; none: nobody, or somebody at the command line.
    pub by: Option<(MemberId, String)>,
    /// The campaign on whose conversation it was recorded, if that is known, and its title.
    pub campaign: Option<(CampaignId, String)>,
    /// When.
    pub at: DateTime<Utc>,
}

/// An opt-out that was lifted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiftedOptOut {
    /// What it was.
    pub opt_out: OptOut,
    /// The member who lifted it, and their name now; none: the contact, or somebody at the command line.
    pub by: Option<(MemberId, String)>,
    /// Whether the contact did, by writing START.
    pub by_contact: bool,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

/// The key after which a page of opt-outs begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptOutKey {
    /// When the last one of the page before was recorded.
    pub at: DateTime<Utc>,
    /// Its number.
    pub number: PhoneNumber,
}

impl fmt::Display for OptOutKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.at.timestamp_micros(), self.number.digits())
    }
}

impl FromStr for OptOutKey {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let (at, digits) = text.split_once('-').ok_or(InvalidId)?;
        Ok(Self {
            at: DateTime::from_timestamp_micros(at.parse()?).ok_or(InvalidId)?,
            number: PhoneNumber::from_digits(digits).map_err(|_| InvalidId)?,
        })
    }
}

/// The result of one import. Each row of the file is in exactly one of the counts; rows without any text are in none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OptOutReport {
    /// Numbers that are opted out now and were not before.
    pub recorded: u32,
    /// Numbers that were opted out before.
    pub already: u32,
    /// Rows whose number stands earlier in the file.
    pub duplicates: u32,
    /// Rows without a number.
    pub missing: u32,
    /// Rows that were rejected for another reason.
    pub invalid: u32,
    /// The duplicates and the rows that were rejected, the first thousand of them.
    pub rows: Vec<ReportedRow>,
}

impl OptOutReport {
    /// How many rows of the file had any text.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.recorded
            .saturating_add(self.already)
            .saturating_add(self.left_out())
    }

    /// How many rows recorded nothing, listed or not, and were not known before.
    #[must_use]
    pub fn left_out(&self) -> u32 {
        self.duplicates
            .saturating_add(self.missing)
            .saturating_add(self.invalid)
    }
}

#[cfg(test)]
mod tests {
    use super::{OptOutKey, OptOutOrigin};

    #[test]
    fn an_origin_and_a_key_read_back_what_they_write() {
        for origin in OptOutOrigin::ALL {
            assert_eq!(origin.as_str().parse(), Ok(origin));
        }
        assert!("nobody".parse::<OptOutOrigin>().is_err());
        let key: OptOutKey = "1762189200000001-12025550123".parse().unwrap();
        assert_eq!(key.number.as_str(), "+12025550123");
        assert_eq!(key.to_string(), "1762189200000001-12025550123");
        for bad in [
            "",
            "7",
            "-12025550123",
            "7-",
            "7-+12025550123",
            "7-0123456",
            "x-12025550123",
        ] {
            assert!(bad.parse::<OptOutKey>().is_err(), "{bad}");
        }
    }
}
