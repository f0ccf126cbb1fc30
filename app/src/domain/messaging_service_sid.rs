//! The ids of Messaging Services.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The id of a Messaging Service at Twilio: `MG` and 32 hexadecimal digits, which are kept in lower case, as Twilio writes
/// them. A Messaging Service is a set of numbers, of which the carrier chooses one for each contact.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MessagingServiceSid(String);

/// A text that is not the id of a Messaging Service.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is not the SID of a Messaging Service: MG and 32 digits or letters from a to f")]
pub struct InvalidMessagingServiceSid;

impl MessagingServiceSid {
    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MessagingServiceSid {
    type Err = InvalidMessagingServiceSid;
    fn from_str(text: &str) -> Result<Self, InvalidMessagingServiceSid> {
        let (prefix, digits) = text.split_at_checked(2).ok_or(InvalidMessagingServiceSid)?;
        let is_one = prefix.eq_ignore_ascii_case("MG")
            && digits.len() == 32
            && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        if is_one {
            Ok(Self(format!("MG{}", digits.to_ascii_lowercase())))
        } else {
            Err(InvalidMessagingServiceSid)
        }
    }
}

impl TryFrom<String> for MessagingServiceSid {
    type Error = InvalidMessagingServiceSid;
    fn try_from(text: String) -> Result<Self, InvalidMessagingServiceSid> {
        text.parse()
    }
}

impl From<MessagingServiceSid> for String {
    fn from(sid: MessagingServiceSid) -> Self {
        sid.0
    }
}

impl fmt::Display for MessagingServiceSid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::MessagingServiceSid;

    #[test]
    fn is_mg_and_32_hexadecimal_digits() {
        for good in [
            "MG0123456789abcdef0123456789abcdef",
            "mg0123456789ABCDEF0123456789abcdef",
        ] {
            let sid: MessagingServiceSid = good.parse().unwrap();
            assert_eq!(sid.as_str(), "MG0123456789abcdef0123456789abcdef");
        }
        for bad in [
            "",
            "MG",
            "MG0123456789abcdef0123456789abcde",
            "MG0123456789abcdef0123456789abcdef0",
            "MG0123456789abcdef0123456789abcdeg",
            "AC0123456789abcdef0123456789abcdef",
            "é0123456789abcdef0123456789abcdef0",
        ] {
            assert!(bad.parse::<MessagingServiceSid>().is_err(), "{bad}");
        }
    }
}
