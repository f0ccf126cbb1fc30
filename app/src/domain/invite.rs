//! Invite links: what a new one may give, for how long and how often.

use super::{ApprovalLevel, Role, TeamId};
use std::fmt;
use std::str::FromStr;

/// A part of an invite that is not valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not valid for an invite")]
pub struct InvalidInvite;

/// A link that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvite {
    /// What those who join may do.
    pub role: InvitedRole,
    /// The teams that they are put on.
    pub teams: Vec<TeamId>,
    /// Their approval level; none: the organization's default when they join.
    pub level: Option<ApprovalLevel>,
    /// For how long.
    pub days: InviteDays,
    /// How many may join; none: without limit.
    pub uses: Option<InviteUses>,
}

/// A role that its maker may give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvitedRole(Role);

impl InvitedRole {
    /// A role as an admin gives it: never above their own.
    ///
    /// # Errors
    /// The maker is no admin, or the role is above theirs; nobody is invited to be suspended.
    pub fn by(maker: Role, role: Role) -> Result<Self, InvalidInvite> {
        if maker >= Role::Admin && role > Role::Suspended && role <= maker {
            Ok(Self(role))
        } else {
            Err(InvalidInvite)
        }
    }

    /// The role.
    pub fn role(self) -> Role {
        self.0
    }
}

/// The days for which a link is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InviteDays(u16);

impl InviteDays {
    /// What pages offer.
    pub const CHOICES: [Self; 3] = [Self(1), Self(7), Self(30)];
    /// What is chosen unless somebody says otherwise: a week.
    pub const USUAL: Self = Self(7);

    /// So many days.
    pub fn days(self) -> u16 {
        self.0
    }
}

impl FromStr for InviteDays {
    type Err = InvalidInvite;

    /// 1 to 30 days. A link without an end is not offered: nobody remembers to revoke it.
    fn from_str(text: &str) -> Result<Self, InvalidInvite> {
        let days = text.trim().parse().map_err(|_| InvalidInvite)?;
        (1..=30)
            .contains(&days)
            .then_some(Self(days))
            .ok_or(InvalidInvite)
    }
}

/// How many may join by a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InviteUses(u16);

impl InviteUses {
    /// The largest number; above it there is "without limit".
    pub const MAX: u16 = 10_000;

    /// So many people.
    pub fn count(self) -> u16 {
        self.0
    }
}

impl FromStr for InviteUses {
    type Err = InvalidInvite;

    fn from_str(text: &str) -> Result<Self, InvalidInvite> {
        let uses = text.trim().parse().map_err(|_| InvalidInvite)?;
        (1..=Self::MAX)
            .contains(&uses)
            .then_some(Self(uses))
            .ok_or(InvalidInvite)
    }
}

/// The secret part of a link: whoever has it may join.
#[derive(Clone, PartialEq, Eq)]
pub struct InviteToken(String);

impl InviteToken {
    /// The token as it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path of the link.
    pub fn path(&self) -> String {
        ["/join/", &self.0].concat()
    }
}

impl fmt::Debug for InviteToken {
    /// Not the token: logs are kept and read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InviteToken(…)")
    }
}

impl FromStr for InviteToken {
    type Err = InvalidInvite;

    fn from_str(text: &str) -> Result<Self, InvalidInvite> {
        let is_valid = (22..=64).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        is_valid.then(|| Self(text.to_owned())).ok_or(InvalidInvite)
    }
}

#[cfg(test)]
mod tests {
    use super::{InviteDays, InviteToken, InviteUses, InvitedRole};
    use crate::domain::Role;

    #[test]
    fn nobody_gives_more_than_they_have() {
        for maker in Role::ALL {
            let given = Role::ALL.map(|role| InvitedRole::by(maker, role).is_ok());
            let expected = match maker {
                Role::Suspended | Role::Texter | Role::Supervolunteer => [false; 5],
                Role::Admin => [false, true, true, true, false],
                Role::Owner => [false, true, true, true, true],
            };
            assert_eq!(given, expected, "{maker}");
        }
    }

    #[test]
    fn a_link_ends_and_counts() {
        for (text, is_valid) in [("1", true), (" 30 ", true), ("0", false), ("31", false)] {
            assert_eq!(text.parse::<InviteDays>().is_ok(), is_valid, "{text}");
        }
        for (text, is_valid) in [
            ("1", true),
            ("10000", true),
            ("10001", false),
            ("0", false),
            ("-1", false),
            ("1.5", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<InviteUses>().is_ok(), is_valid, "{text}");
        }
    }

    #[test]
    fn a_token_is_long_and_is_not_logged() {
        let token: InviteToken = "abcdefghijklmnopqrstu_-9".parse().unwrap();
        assert_eq!(token.path(), "/join/abcdefghijklmnopqrstu_-9");
        assert!(!format!("{token:?}").contains("abc"));
        for text in ["", "abc", "abcdefghijklmnopqrstu/9", &"a".repeat(65)] {
            assert!(text.parse::<InviteToken>().is_err(), "{text}");
        }
    }
}
