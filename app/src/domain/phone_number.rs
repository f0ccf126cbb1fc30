//! Phone numbers in E.164.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A number in E.164: a plus sign, a country code and up to 15 digits in all. Which of these exist
/// is decided where numbers come in, with the carriers' numbering plans at hand.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

/// A text that is no E.164 number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is not a phone number in international form, like +12025550123")]
pub struct InvalidPhoneNumber;

impl PhoneNumber {
    /// The number with its plus sign.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number without its plus sign, as it stands in addresses.
    pub fn digits(&self) -> &str {
        self.0.trim_start_matches('+')
    }

    /// The number that has these digits.
    ///
    /// # Errors
    /// None has.
    pub fn from_digits(digits: &str) -> Result<Self, InvalidPhoneNumber> {
        ["+", digits].concat().parse()
    }
}

impl FromStr for PhoneNumber {
    type Err = InvalidPhoneNumber;
    fn from_str(text: &str) -> Result<Self, InvalidPhoneNumber> {
        let digits = text.strip_prefix('+').ok_or(InvalidPhoneNumber)?;
        let valid = (7..=15).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0');
        if valid {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidPhoneNumber)
        }
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = InvalidPhoneNumber;
    fn try_from(text: String) -> Result<Self, InvalidPhoneNumber> {
        text.parse()
    }
}

impl From<PhoneNumber> for String {
    fn from(cell: PhoneNumber) -> String {
        cell.0
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::PhoneNumber;

    #[test]
    fn is_a_plus_sign_and_seven_to_fifteen_digits() {
        for good in ["+12025550123", "+4915112345678", "+1234567"] {
            assert!(good.parse::<PhoneNumber>().is_ok(), "{good}");
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
            assert!(bad.parse::<PhoneNumber>().is_err(), "{bad}");
        }
    }
}
