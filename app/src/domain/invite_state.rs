//! Whether an invite link admits somebody.

#[cfg(feature = "ssr")]
use sentences::page;
use std::str::FromStr;

/// The state of a link. The database says it (`invite_state`), because it is what counts the uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InviteState {
    /// It admits whoever has it.
    Open,
    /// An admin ended it.
    Revoked,
    /// Its time is over.
    Expired,
    /// As many have joined as may.
    UsedUp,
    /// Who made it may not give its role any more.
    MakerLost,
}

/// A word that names no state.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no state of an invite")]
pub struct UnknownInviteState(String);

impl FromStr for InviteState {
    type Err = UnknownInviteState;

    fn from_str(word: &str) -> Result<Self, UnknownInviteState> {
        Ok(match word {
            "open" => Self::Open,
            "revoked" => Self::Revoked,
            "expired" => Self::Expired,
            "used_up" => Self::UsedUp,
            "maker_lost" => Self::MakerLost,
            _ => return Err(UnknownInviteState(word.to_owned())),
        })
    }
}

#[cfg(feature = "ssr")]
impl InviteState {
    /// In a word or two, for admins.
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => page::invite_is_open(),
            Self::Revoked => page::invite_is_revoked(),
            Self::Expired => page::invite_is_expired(),
            Self::UsedUp => page::invite_is_used_up(),
            Self::MakerLost => page::invite_ended_with_its_maker(),
        }
    }

    /// Why nobody joins by it any more, and what to do; none if somebody does.
    pub fn refusal(self) -> Option<&'static str> {
        match self {
            Self::Open => None,
            Self::Revoked => Some(page::link_was_revoked()),
            Self::Expired => Some(page::link_has_expired()),
            Self::UsedUp => Some(page::link_is_used_up()),
            Self::MakerLost => Some(page::link_ended_with_its_maker()),
        }
    }
}
