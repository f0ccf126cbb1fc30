//! The kinds of message services.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The message service of a sending number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceKind {
    /// The simulated service, whose contacts answer by themselves.
    Simulated,
    /// Twilio.
    Twilio,
}

impl ServiceKind {
    /// The value in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Simulated => "simulated",
            Self::Twilio => "twilio",
        }
    }
}

impl fmt::Display for ServiceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no message service.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a message service; use simulated or twilio")]
pub struct UnknownService(String);

impl FromStr for ServiceKind {
    type Err = UnknownService;
    fn from_str(word: &str) -> Result<Self, UnknownService> {
        [Self::Simulated, Self::Twilio]
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(|| UnknownService(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::ServiceKind;

    #[test]
    fn reads_back_what_it_writes() {
        for kind in [ServiceKind::Simulated, ServiceKind::Twilio] {
            assert_eq!(kind.to_string().parse(), Ok(kind));
        }
        assert!("carrier pigeon".parse::<ServiceKind>().is_err());
    }
}
