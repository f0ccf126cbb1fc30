//! What keeps the replies of a campaign from being handed out.

use chrono::{DateTime, Utc};

/// A reason why nobody can request the replies of a campaign, its auto-assign aside. Each is mended in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandOutObstacle {
    /// The campaign was never started.
    NotStarted,
    /// The campaign is archived.
    Archived,
    /// The campaign is paused.
    CampaignPaused,
    /// Requests are disabled for the organization.
    RequestsDisabled,
    /// No enabled pool hands out replies.
    NoRepliesPool,
    /// It is for everybody, and neither General nor a pool of its teams hands out replies.
    NoPoolDraws,
    /// It is restricted to teams, and no team is chosen.
    NoTeamChosen,
    /// It is restricted to teams, and no pool of theirs hands out replies.
    NoTeamPool,
    /// Only pools of teams without a member who may request draw from it.
    NoTeamMembers,
    /// It is outside the texting hours of all who wait for an answer; of the campaign, where nobody does.
    OutsideHours {
        /// When the first of them open.
        opens_at: DateTime<Utc>,
    },
}

impl HandOutObstacle {
    /// Whether the campaign's own state is the obstacle, which its page and row say anyway.
    pub fn is_state(self) -> bool {
        matches!(
            self,
            Self::NotStarted | Self::Archived | Self::CampaignPaused
        )
    }
}
