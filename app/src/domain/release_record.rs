//! The release history: its rows, their filter, and a texter's notice.

use super::{
    BulkSubject, CampaignId, IdleInterval, LeftOut, MemberId, ReleaseId, ReleaseKind,
    ReleasePolicy, ReleaseProgress, ReleaseReason, ReleaseScope, SecondPassDays,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// One release: who, when, by which policy, and what came of it. Automatic ones of the same hour are
/// shown as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseRecord {
    /// How it went. Of a group, the sum of all, and how long the last of them can be undone.
    pub progress: ReleaseProgress,
    /// Who or what released, and where.
    pub scope: ReleaseScope,
    /// The campaign's title, if it was on one.
    pub campaign_title: Option<String>,
    /// The name of the member at whose suspension it was.
    pub suspended: Option<String>,
    /// How many releases this row stands for: 1, or more of a group of automatic ones.
    pub releases: u32,
    /// The group, if it stands for more than one; [`ReleaseFilter::group`] asks for each of them.
    pub group: Option<ReleaseId>,
    /// When it started.
    pub started_at: DateTime<Utc>,
    /// By which policy; `None` where a texter gave back their own, or was suspended, and of a second pass.
    pub policy: Option<ReleasePolicy>,
    /// Of a second pass, how old the last text of its contacts had to be.
    pub texted_days_ago: Option<SecondPassDays>,
    /// Of a bulk action, what it is.
    pub bulk: Option<BulkSubject>,
    /// What was idle and left alone when it started.
    pub left_out: Vec<LeftOut>,
    /// The undo of this release, if there is one.
    pub undone_by: Option<ReleaseId>,
}

/// Which part of the history is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReleaseFilter {
    /// By hand, automatic, by texters, or undone; `None` = all.
    pub by: Option<ReleasedBy>,
    /// On this campaign, releases on all campaigns among them.
    pub campaign: Option<CampaignId>,
    /// The automatic releases that the history shows as one, each by itself.
    pub group: Option<ReleaseId>,
}

/// Who released, as the history is filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReleasedBy {
    /// Admins, on all campaigns or one, or at a suspension; reviewers, what they chose.
    Hand,
    /// The engine.
    Automatic,
    /// Texters, their own.
    Texters,
    /// Undos.
    Undo,
}

impl ReleasedBy {
    /// Each, in the order in which the history offers them.
    pub const ALL: [Self; 4] = [Self::Hand, Self::Automatic, Self::Texters, Self::Undo];

    /// The word that addresses use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::Automatic => "automatic",
            Self::Texters => "texters",
            Self::Undo => "undo",
        }
    }
}

/// A word that names nobody who releases.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("nobody who releases is called “{0}”")]
pub struct UnknownReleaser(String);

impl FromStr for ReleasedBy {
    type Err = UnknownReleaser;
    fn from_str(word: &str) -> Result<Self, UnknownReleaser> {
        Self::ALL
            .into_iter()
            .find(|by| by.as_str() == word)
            .ok_or_else(|| UnknownReleaser(word.to_owned()))
    }
}

/// A release with who lost what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseDetail {
    /// The row of the history.
    pub record: ReleaseRecord,
    /// How many on each campaign, most first.
    pub by_campaign: Vec<(CampaignId, String, u32)>,
    /// How many each texter lost (or, of an undo, got back), most first.
    pub by_texter: Vec<(MemberId, String, u32)>,
}

/// What a texter lost and has not been told yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReleaseNotices {
    /// Replies, all together.
    pub replies: u32,
    /// Unsent messages, all together.
    pub unsent: u32,
    /// By how many releases and answers of reviewers.
    pub releases: u32,
    /// Conversations that a bulk action took, all together.
    pub taken: u32,
    /// Release by release, the newest first; the last ones, if there are many.
    pub latest: Vec<ReleaseNotice>,
    /// The same of the replies that a reviewer has answered in the texter's place; they count among the replies.
    pub answered: Vec<AnswerNotice>,
}

/// A texter's notice of a reply that a reviewer has answered in their place, and so taken from them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerNotice {
    /// Its number among those of the releases: a texter has read both up to one of them.
    pub id: ReleaseId,
    /// The campaign's title.
    pub campaign_title: String,
    /// Who answered.
    pub reviewer: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A texter's notice of conversations that they lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseNotice {
    /// Which release.
    pub release: ReleaseId,
    /// What was released.
    pub kind: ReleaseKind,
    /// Who or what released.
    pub scope: ReleaseScope,
    /// The admin's name; `None` = the engine.
    pub actor: Option<String>,
    /// The campaign's title, if it was on one.
    pub campaign_title: Option<String>,
    /// How long they had to be idle.
    pub interval: Option<IdleInterval>,
    /// How many of this texter's conversations.
    pub conversations: u32,
    /// When.
    #[serde(with = "chrono::serde::ts_seconds")]
    pub at: DateTime<Utc>,
}

impl ReleaseNotice {
    /// Who or what released, and what for.
    pub fn reason(&self) -> ReleaseReason {
        ReleaseReason {
            kind: self.kind,
            scope: self.scope,
            actor: self.actor.clone(),
            interval: self.interval,
        }
    }
}
