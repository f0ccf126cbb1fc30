//! The preview of a release, before anything is written.

use super::{Age, LeftOut, LeftOutReason};
use serde::{Deserialize, Serialize};

/// How many assigned replies have been idle for a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdleBucket {
    /// Idle for at least this long.
    pub from: Age,
    /// Idle for less than this; `None` = no upper end.
    pub until: Option<Age>,
    /// Assigned replies in it that no rule but the interval protects.
    pub conversations: u32,
}

/// What stands in the way of handing out what is released, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Diagnosis {
    /// Requests are disabled for the organization.
    RequestsDisabled,
    /// No enabled pool hands out replies.
    NoEnabledPool,
    /// No enabled pool hands out initial messages.
    NoInitialsPool,
    /// The campaign is paused, and nothing of it is handed out until it is resumed. Of a second pass alone: a release
    /// takes nothing then.
    CampaignPaused,
    /// Some of it is on campaigns that are not auto-assigned.
    AutoAssignOff {
        /// How many conversations.
        conversations: u32,
    },
    /// Some of it is on campaigns that no enabled pool for it draws from, or only those of teams without a member
    /// who may request.
    NoPoolDraws {
        /// How many conversations.
        conversations: u32,
    },
    /// Some of it is restricted to teams of which none has an enabled pool for it and a member who may request.
    NoTeamTakes {
        /// How many conversations.
        conversations: u32,
    },
    /// Some of it is restricted to teams, from which General never draws; their members can take it.
    TeamRestricted {
        /// How many conversations.
        conversations: u32,
    },
    /// Some of it are initials past the due date of their campaign, after which none are handed out.
    Overdue {
        /// How many conversations.
        conversations: u32,
    },
    /// Some of it is outside the contacts' texting hours now.
    OutsideHours {
        /// How many conversations.
        conversations: u32,
    },
}

impl Diagnosis {
    /// Whether Assignment Control mends it.
    pub fn mended_by_pools(&self) -> bool {
        matches!(
            self,
            Self::RequestsDisabled
                | Self::NoEnabledPool
                | Self::NoInitialsPool
                | Self::NoPoolDraws { .. }
                | Self::NoTeamTakes { .. }
        )
    }

    /// Whether Teams mends it.
    pub fn mended_by_teams(&self) -> bool {
        matches!(self, Self::NoTeamTakes { .. })
    }

    /// Whether the due date of the campaign mends it.
    pub fn mended_by_due_date(&self) -> bool {
        matches!(self, Self::Overdue { .. })
    }
}

/// The answer to "what would this policy release now".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReleasePreview {
    /// Conversations that would be released: exact.
    pub conversations: u32,
    /// Campaigns that they are on.
    pub campaigns: u32,
    /// Idle times of what the switches let through, whatever the interval; shortest first.
    pub histogram: Vec<IdleBucket>,
    /// What is idle for long enough and is left alone all the same.
    pub left_out: Vec<LeftOut>,
    /// What would keep the released from being handed out.
    pub diagnosis: Vec<Diagnosis>,
}

impl ReleasePreview {
    /// How many are left out for one reason.
    pub fn left_out_for(&self, reason: LeftOutReason) -> u32 {
        self.left_out
            .iter()
            .find(|l| l.reason == reason)
            .map_or(0, |l| l.conversations)
    }
}
