//! What changes on a campaign by itself or by others while it is looked at.

use super::{Mark, ObstacleWords};
use crate::domain::{AutoassignWindow, CampaignCounts};
use serde::{Deserialize, Serialize};

/// What a live event carries of a campaign: its figures and switches, and in words what its row and its page say besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignLiveState {
    /// Its live figures, and its id.
    pub counts: CampaignCounts,
    /// Its switches, and what automatic release is doing.
    pub autoassign: AutoassignWindow,
    /// Nothing is sent or handed out until it is resumed.
    pub paused: bool,
    /// The marks under its title in the list.
    pub marks: Vec<Mark>,
    /// What keeps its replies from being handed out, as its page says it.
    pub obstacles: Vec<ObstacleWords>,
}

#[cfg(feature = "ssr")]
impl CampaignLiveState {
    /// Of a row.
    pub fn of(row: &crate::domain::CampaignRow) -> Self {
        Self {
            counts: row.counts,
            autoassign: row.autoassign,
            paused: row.state == crate::domain::CampaignState::Paused,
            marks: super::campaign_marks::marks(row),
            obstacles: ObstacleWords::all_of(row),
        }
    }
}
