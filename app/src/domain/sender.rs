//! Senders: what an organization texts from.

use super::{InvalidMessagingServiceSid, MessagingServiceSid, PhoneNumber};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// What texts are sent from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Sender {
    /// A phone number.
    Number(PhoneNumber),
    /// A Messaging Service of the carrier, which chooses one of its numbers for each contact.
    MessagingService(MessagingServiceSid),
}

/// A text that is neither a phone number nor the id of a Messaging Service.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "this is neither a phone number in international form, like +12025550123, nor the SID of a Messaging Service, MG \
     and 32 digits or letters from a to f"
)]
pub struct InvalidSender;

impl Sender {
    /// The number, or the id of the Messaging Service.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Number(number) => number.as_str(),
            Self::MessagingService(sid) => sid.as_str(),
        }
    }

    /// The same as it stands in ids of a page: without a plus sign.
    pub fn for_html_id(&self) -> &str {
        match self {
            Self::Number(number) => number.digits(),
            Self::MessagingService(sid) => sid.as_str(),
        }
    }

    /// The Messaging Service that is meant, if what a person wrote begins like the id of one.
    ///
    /// # Errors
    /// It begins like one and is none.
    pub fn messaging_service_written_as(
        text: &str,
    ) -> Option<Result<MessagingServiceSid, InvalidMessagingServiceSid>> {
        let text = text.trim();
        let begins_like_one = text
            .get(..2)
            .is_some_and(|prefix| prefix.eq_ignore_ascii_case("MG"));
        begins_like_one.then(|| text.parse())
    }
}

impl From<PhoneNumber> for Sender {
    fn from(number: PhoneNumber) -> Self {
        Self::Number(number)
    }
}

impl From<MessagingServiceSid> for Sender {
    fn from(sid: MessagingServiceSid) -> Self {
        Self::MessagingService(sid)
    }
}

impl FromStr for Sender {
    type Err = InvalidSender;
    fn from_str(text: &str) -> Result<Self, InvalidSender> {
        let number = text.parse().map(Self::Number);
        number
            .or_else(|_| text.parse().map(Self::MessagingService))
            .map_err(|_| InvalidSender)
    }
}

impl TryFrom<String> for Sender {
    type Error = InvalidSender;
    fn try_from(text: String) -> Result<Self, InvalidSender> {
        text.parse()
    }
}

impl From<Sender> for String {
    fn from(sender: Sender) -> Self {
        sender.as_str().to_owned()
    }
}

impl fmt::Display for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Sender;

    #[test]
    fn is_a_number_or_a_messaging_service() {
        let service = "MG0123456789abcdef0123456789abcdef";
        assert!(matches!(service.parse(), Ok(Sender::MessagingService(_))));
        assert!(matches!("+12025550123".parse(), Ok(Sender::Number(_))));
        for written in ["+12025550123", service] {
            let sender: Sender = written.parse().unwrap();
            assert_eq!(sender.to_string(), written);
        }
        for none in [
            "",
            "MG",
            "12025550123",
            "AC0123456789abcdef0123456789abcdef",
        ] {
            assert!(none.parse::<Sender>().is_err(), "{none}");
        }
    }

    #[test]
    fn what_begins_like_a_messaging_service_is_meant_as_one() {
        let written = Sender::messaging_service_written_as;
        assert_eq!(written("(202) 555-0123"), None);
        assert_eq!(written("M"), None);
        assert!(written("MG0123").unwrap().is_err());
        let sid = written(" mg0123456789ABCDEF0123456789abcdef ").unwrap();
        assert_eq!(sid.unwrap().as_str(), "MG0123456789abcdef0123456789abcdef");
    }
}
