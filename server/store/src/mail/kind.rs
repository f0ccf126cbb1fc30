//! What an e-mail is for.

use std::str::FromStr;

/// What an e-mail is for, which decides what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailKind {
    /// A link to choose a new password, for whoever signs in with the address.
    PasswordLink,
    /// A link by which people join an organization.
    Invite,
}

/// A word that names no kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no kind of e-mail")]
pub struct UnknownMailKind(String);

impl MailKind {
    /// The word that the database uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PasswordLink => "password_link",
            Self::Invite => "invite",
        }
    }
}

impl FromStr for MailKind {
    type Err = UnknownMailKind;

    fn from_str(word: &str) -> Result<Self, UnknownMailKind> {
        match word {
            "password_link" => Ok(Self::PasswordLink),
            "invite" => Ok(Self::Invite),
            word => Err(UnknownMailKind(word.to_owned())),
        }
    }
}
