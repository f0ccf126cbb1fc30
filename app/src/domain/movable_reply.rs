//! A reply that can be moved to another campaign, and where to.

use super::CampaignId;

/// A reply that nobody can answer because its campaign is archived, and where it can go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovableReply {
    /// The contact's name; empty if it is not known.
    pub contact: String,
    /// The title of the archived campaign.
    pub campaign_title: String,
    /// Campaigns that run, the newest first.
    pub targets: Vec<MoveTarget>,
    /// There are more of them than these.
    pub more: bool,
}

/// A campaign that a reply can be moved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveTarget {
    /// Which campaign.
    pub id: CampaignId,
    /// Its title.
    pub title: String,
    /// Replies of this campaign can be requested.
    pub auto_assign: bool,
    /// Only members of its teams can request them.
    pub team_restricted: bool,
}
