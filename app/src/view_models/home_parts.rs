//! The parts of a texter's home that are read apart from each other, and what changes each of them.

use serde::{Deserialize, Serialize};
use std::ops::BitOr;

/// A set of the parts of a texter's home: those that may have changed, or those that are asked for.
///
/// What changes them is a notification (`server/store/src/notify.rs`):
///
/// | notification | sent after | parts |
/// |---|---|---|
/// | `changed`, which names the texter | a text to or from one of their contacts, a tag, an opt-out, a close | conversations |
/// | `notices_changed`, which names the texter | a release or an undo, a reviewer's answer in their place, a notice dismissed, a request filled at once | conversations, losses, outcome |
/// | `requests_changed` of the texter | their request made, cancelled, denied or approved | outcome |
/// | `settings_changed`, too many to name, or notifications missed | settings of the organization, of teams or campaigns; an outage | all |
///
/// Each of them may change the offer too, as a change of any campaign may, because that changes the pools. The stream
/// of the texter's events reads the offer and sends it (`server/src/http/live/sources/texter.rs`), so that the page
/// asks for it only where it shows one of its own.
///
/// A release that begins or ends changes none of them: its batches do. Time changes all of them a little: waits grow
/// on the page itself, the offer is read anew twice a minute, and the page asks for what the texter holds when texting hours
/// open or end ([`super::TexterHome::hours_refresh_in`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeParts(u32);

impl HomeParts {
    /// No part.
    pub const NONE: Self = Self(0);
    /// What the request form shows: the pools, the texter's level and limits, their pending request.
    pub const OFFER: Self = Self(1);
    /// What came of the last request.
    pub const OUTCOME: Self = Self(2);
    /// The notices of what was released from the texter.
    pub const LOSSES: Self = Self(4);
    /// What the texter holds: campaigns, replies and their counts.
    pub const CONVERSATIONS: Self = Self(8);
    /// Every part that the stream of events does not bring by itself.
    pub const ALL_BUT_OFFER: Self = Self(14);
    /// Every part.
    pub const ALL: Self = Self(15);

    /// Whether any of these parts is in the set.
    pub const fn has(self, parts: Self) -> bool {
        self.0 & parts.0 != 0
    }
}

/// Every part: whoever does not say what they want is given all of it.
impl Default for HomeParts {
    fn default() -> Self {
        Self::ALL
    }
}

impl BitOr for HomeParts {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
