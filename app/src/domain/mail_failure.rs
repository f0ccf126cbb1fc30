//! Why an e-mail was given up.

use std::str::FromStr;

/// Why an e-mail is not tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailFailure {
    /// The mail server refused it for good, as it does where there is no such mailbox.
    Refused,
    /// It could not be sent for as long as somebody waits for it.
    Late,
}

/// A word that names no reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no reason for giving up an e-mail")]
pub struct UnknownMailFailure(String);

impl MailFailure {
    /// The word that the database uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Late => "late",
        }
    }
}

impl FromStr for MailFailure {
    type Err = UnknownMailFailure;

    fn from_str(word: &str) -> Result<Self, UnknownMailFailure> {
        [Self::Refused, Self::Late]
            .into_iter()
            .find(|reason| reason.as_str() == word)
            .ok_or_else(|| UnknownMailFailure(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::MailFailure;

    #[test]
    fn reads_back_what_it_writes() {
        for reason in [MailFailure::Refused, MailFailure::Late] {
            assert_eq!(reason.as_str().parse(), Ok(reason));
        }
        assert!("lost".parse::<MailFailure>().is_err());
    }
}
