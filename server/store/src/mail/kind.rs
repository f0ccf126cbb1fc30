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
    /// Each kind.
    pub const ALL: [Self; 2] = [Self::PasswordLink, Self::Invite];

    /// The words of all of them.
    pub(super) fn words() -> Vec<String> {
        Self::ALL.map(|kind| kind.as_str().to_owned()).to_vec()
    }

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
        let mut all = Self::ALL.into_iter();
        all.find(|kind| kind.as_str() == word)
            .ok_or_else(|| UnknownMailKind(word.to_owned()))
    }
}
