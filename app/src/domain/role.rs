//! Roles of members, in order.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A member's role; later ones may do everything that earlier ones may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// May not even sign in.
    Suspended,
    /// Texts.
    Texter,
    /// Texts, and decides on requests.
    Supervolunteer,
    /// Runs campaigns and releases.
    Admin,
    /// An admin who cannot be removed by admins.
    Owner,
}

impl Role {
    /// Every role, least first.
    pub const ALL: [Self; 5] = [
        Self::Suspended,
        Self::Texter,
        Self::Supervolunteer,
        Self::Admin,
        Self::Owner,
    ];

    /// Whether the member may sign in and text.
    pub fn may_text(self) -> bool {
        self >= Self::Texter
    }

    /// Whether the member may decide on requests for texts.
    pub fn may_decide(self) -> bool {
        self >= Self::Supervolunteer
    }

    /// Whether the member may see campaigns, import contacts and release.
    pub fn may_administer(self) -> bool {
        self >= Self::Admin
    }

    /// The word that the database and the command line use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Suspended => "suspended",
            Self::Texter => "texter",
            Self::Supervolunteer => "supervolunteer",
            Self::Admin => "admin",
            Self::Owner => "owner",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a role; use owner, admin, supervolunteer, texter or suspended")]
pub struct UnknownRole(String);

impl FromStr for Role {
    type Err = UnknownRole;
    fn from_str(word: &str) -> Result<Self, UnknownRole> {
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == word)
            .ok_or_else(|| UnknownRole(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::Role;

    #[test]
    fn only_admins_and_owners_administer_and_the_suspended_do_nothing() {
        let administer: Vec<_> = Role::ALL
            .into_iter()
            .filter(|r| r.may_administer())
            .collect();
        assert_eq!(administer, [Role::Admin, Role::Owner]);
        assert!(Role::Supervolunteer.may_decide() && !Role::Texter.may_decide());
        assert!(!Role::Suspended.may_text());
        assert!(Role::Texter.may_text());
    }

    #[test]
    fn reads_back_what_it_writes() {
        for role in Role::ALL {
            assert_eq!(role.to_string().parse(), Ok(role));
        }
        assert!("boss".parse::<Role>().is_err());
    }
}
