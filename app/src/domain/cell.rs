//! A cell phone number.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A number in E.164: a plus sign, a country code and up to 15 digits in all. Which of these exist
/// is decided where numbers come in, with the carriers' numbering plans at hand.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cell(String);

/// A text that is no E.164 number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is not a phone number in international form, like +12025550123")]
pub struct InvalidCell;

impl Cell {
    /// The number with its plus sign.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Cell {
    type Err = InvalidCell;
    fn from_str(text: &str) -> Result<Self, InvalidCell> {
        let digits = text.strip_prefix('+').ok_or(InvalidCell)?;
        let valid = (7..=15).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0');
        if valid {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidCell)
        }
    }
}

impl TryFrom<String> for Cell {
    type Error = InvalidCell;
    fn try_from(text: String) -> Result<Self, InvalidCell> {
        text.parse()
    }
}

impl From<Cell> for String {
    fn from(cell: Cell) -> String {
        cell.0
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Cell;

    #[test]
    fn is_a_plus_sign_and_seven_to_fifteen_digits() {
        for good in ["+12025550123", "+4915112345678", "+1234567"] {
            assert!(good.parse::<Cell>().is_ok(), "{good}");
        }
        for bad in [
            "",
            "+",
            "12025550123",
            "+02025550123",
            "+1202555012a",
            "+123456",
            "+1234567890123456",
        ] {
            assert!(bad.parse::<Cell>().is_err(), "{bad}");
        }
    }
}
