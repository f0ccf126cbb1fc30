//! The order of a release: what an admin asks for, and the scope that it gets.

use super::{CampaignId, IdleInterval, ReleasePolicy};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// What a release takes back from texters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReleaseKind {
    /// Contacts who wait for an answer.
    #[default]
    Replies,
    /// Initials that were handed out and not sent.
    Unsent,
    /// Both, of a member who is suspended. No dialog offers it.
    Held,
    /// Contacts who were messaged and have not answered, to be messaged again: a second pass, which has a page of its
    /// own.
    #[serde(rename = "second_pass")]
    SecondPass,
    /// What a reviewer chose, and changed in one go: a bulk action, which is prepared on a page of its own.
    Bulk,
}

impl ReleaseKind {
    /// Each kind.
    pub const ALL: [Self; 5] = [
        Self::Replies,
        Self::Unsent,
        Self::Held,
        Self::SecondPass,
        Self::Bulk,
    ];

    /// The kind of a word of the store, to be shown. One that only a newer version knows releases conversations, whatever
    /// else it may be.
    pub fn shown(word: &str) -> Self {
        word.parse().unwrap_or(Self::Held)
    }

    /// The word that the store and forms use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Replies => "replies",
            Self::Unsent => "unsent",
            Self::Held => "held",
            Self::SecondPass => "second_pass",
            Self::Bulk => "bulk",
        }
    }
}

/// A word that names no kind of release.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is nothing that can be released")]
pub struct UnknownKind(String);

impl FromStr for ReleaseKind {
    type Err = UnknownKind;
    fn from_str(word: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(|| UnknownKind(word.to_owned()))
    }
}

/// What an admin asks for in one of the release dialogs. Unsent messages are released one campaign at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReleaseOrder {
    /// Replies on all campaigns: **Release Unhandled Replies**.
    Everywhere(ReleasePolicy),
    /// Replies or unsent messages on one campaign.
    Campaign {
        /// Which campaign.
        id: CampaignId,
        /// What.
        kind: ReleaseKind,
        /// By which policy.
        policy: ReleasePolicy,
    },
}

impl ReleaseOrder {
    /// On one campaign: who names it means it, whoever it is restricted to and whatever the hours. That
    /// it is not auto-assigned has to be confirmed.
    pub fn on_campaign(
        id: CampaignId,
        kind: ReleaseKind,
        interval: IdleInterval,
        although_auto_assign_off: bool,
    ) -> Self {
        Self::Campaign {
            id,
            kind,
            policy: ReleasePolicy {
                interval,
                include_team_restricted: true,
                only_within_texting_hours: false,
                include_auto_assign_off: although_auto_assign_off,
            },
        }
    }
}

/// Who or what released, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReleaseScope {
    /// An admin, on all campaigns.
    Everywhere,
    /// An admin, on one campaign.
    Campaign(CampaignId),
    /// The engine, at the deadline, on one campaign.
    Automatic(CampaignId),
    /// A texter, their own.
    Texter,
    /// An admin who suspended a member, all that this one held.
    Suspension,
    /// A reviewer, what they chose in Message Review.
    Review,
    /// Something that only a newer version of Baton knows, whose server has the same database.
    Newer,
}

impl ReleaseScope {
    /// The campaign, where there is one.
    pub fn campaign(self) -> Option<CampaignId> {
        match self {
            Self::Campaign(campaign) | Self::Automatic(campaign) => Some(campaign),
            Self::Everywhere | Self::Texter | Self::Suspension | Self::Review | Self::Newer => None,
        }
    }

    /// The words of the store that this version knows.
    pub const WORDS: [&str; 6] = [
        "everywhere",
        "campaign",
        "automatic",
        "texter",
        "suspension",
        "review",
    ];

    /// The word that the store uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Campaign(_) => "campaign",
            Self::Automatic(_) => "automatic",
            Self::Texter => "texter",
            Self::Suspension => "suspension",
            Self::Review => "review",
            Self::Newer => "newer",
        }
    }

    /// From the store's word and the campaign beside it; `None` if the two do not go together.
    pub fn from_parts(word: &str, campaign: Option<CampaignId>) -> Option<Self> {
        match (word, campaign) {
            ("everywhere", None) => Some(Self::Everywhere),
            ("campaign", Some(campaign)) => Some(Self::Campaign(campaign)),
            ("automatic", Some(campaign)) => Some(Self::Automatic(campaign)),
            ("texter", _) => Some(Self::Texter),
            ("suspension", None) => Some(Self::Suspension),
            ("review", None) => Some(Self::Review),
            _ => None,
        }
    }
}

impl ReleaseScope {
    /// The same, to be shown: while servers are upgraded, a newer one writes words that this one does not know.
    pub fn shown(word: &str, campaign: Option<CampaignId>) -> Self {
        Self::from_parts(word, campaign).unwrap_or(Self::Newer)
    }
}

impl fmt::Display for ReleaseScope {
    /// As the exported history says it, in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Everywhere => "All campaigns",
            Self::Campaign(_) => "One campaign",
            Self::Automatic(_) => "Automatic",
            Self::Texter => "By the texter",
            Self::Suspension => "At a suspension",
            Self::Review => "In Message Review",
            Self::Newer => "By a newer version",
        })
    }
}
