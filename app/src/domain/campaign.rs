//! Campaigns in the list: state, live figures, and the row.

use super::{Age, AutoassignWindow, CampaignId, HandOutObstacle};
use chrono::NaiveDate;
use sentences::admin;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest title of a campaign, in characters.
pub const MAX_TITLE_CHARACTERS: usize = 200;

/// The longest description of a campaign.
pub const MAX_DESCRIPTION_CHARACTERS: usize = 500;

/// Whether a campaign runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CampaignState {
    /// Being prepared.
    Draft,
    /// Running.
    Started,
    /// Launched; nothing is sent or handed out until it is resumed.
    Paused,
    /// Put away, whether it ran or not.
    Archived,
}

#[cfg(feature = "ssr")]
impl CampaignState {
    /// By what was done to it; the archive covers the rest.
    pub fn of(started: bool, archived: bool, paused: bool) -> Self {
        match (started, archived, paused) {
            (_, true, _) => Self::Archived,
            (false, ..) => Self::Draft,
            (true, false, true) => Self::Paused,
            (true, false, false) => Self::Started,
        }
    }
}

impl fmt::Display for CampaignState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Draft => admin::campaign_draft(),
            Self::Started => admin::campaign_started(),
            Self::Paused => admin::campaign_paused(),
            Self::Archived => admin::campaign_archived(),
        })
    }
}

/// Who can request the texts of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requesters {
    /// Every texter.
    Everyone,
    /// The members of its teams.
    Teams,
    /// It is restricted to teams, and none of its teams has a member.
    Nobody,
}

/// The live figures of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignCounts {
    /// Which campaign.
    pub campaign: CampaignId,
    /// Contacts whose initial is still to be sent.
    pub unsent: u32,
    /// Replies that a texter holds and has not answered.
    pub unhandled: u32,
    /// Replies that nobody holds.
    pub in_pool: u32,
    /// How long the longest of either has been waiting.
    pub oldest_wait: Option<Age>,
}

/// A campaign by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignTitle {
    /// Which campaign.
    pub campaign: CampaignId,
    /// What it is called.
    pub title: String,
}

/// A row of the campaigns page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignRow {
    /// What it is called.
    pub title: String,
    /// Whether it runs.
    pub state: CampaignState,
    /// The last day on which first texts are handed out.
    pub due_on: Option<NaiveDate>,
    /// Whether that day is over in the campaign's zone.
    pub overdue: bool,
    /// Its switches, and what automatic release is doing.
    pub autoassign: AutoassignWindow,
    /// Who can request its texts.
    pub requesters: Requesters,
    /// The names of the teams whose pools draw from it, by their priority.
    pub teams: Vec<String>,
    /// What keeps its replies from being handed out, auto-assign aside.
    pub obstacles: Vec<HandOutObstacle>,
    /// All contacts.
    pub contacts: u32,
    /// Its live figures, and its id.
    pub counts: CampaignCounts,
}
