//! Approval levels of members.

#[cfg(feature = "ssr")]
use sentences::page;
use serde::{Deserialize, Serialize};
#[cfg(feature = "ssr")]
use std::fmt;
use std::str::FromStr;

/// What becomes of a member's request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalLevel {
    /// It is filled at once.
    Automatic,
    /// It waits until a supervolunteer, an admin or an owner approves it.
    ApprovalRequired,
    /// It is refused.
    NotAllowed,
}

impl ApprovalLevel {
    /// Every level, freest first.
    pub const ALL: [Self; 3] = [Self::Automatic, Self::ApprovalRequired, Self::NotAllowed];

    /// The word that the database and forms use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Automatic => "automatic",
            Self::ApprovalRequired => "approval_required",
            Self::NotAllowed => "not_allowed",
        }
    }
}

#[cfg(feature = "ssr")]
impl fmt::Display for ApprovalLevel {
    /// As people read it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Automatic => page::level_automatic(),
            Self::ApprovalRequired => page::level_approval_required(),
            Self::NotAllowed => page::level_not_allowed(),
        })
    }
}

/// A word that names no level.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an approval level; use automatic, approval_required or not_allowed")]
pub struct UnknownApprovalLevel(String);

impl FromStr for ApprovalLevel {
    type Err = UnknownApprovalLevel;
    fn from_str(word: &str) -> Result<Self, UnknownApprovalLevel> {
        Self::ALL
            .into_iter()
            .find(|level| level.as_str() == word)
            .ok_or_else(|| UnknownApprovalLevel(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::ApprovalLevel;

    #[test]
    fn reads_back_what_it_writes() {
        for level in ApprovalLevel::ALL {
            assert_eq!(level.as_str().parse(), Ok(level));
        }
        assert!("sometimes".parse::<ApprovalLevel>().is_err());
    }
}
