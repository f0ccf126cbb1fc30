//! The subject of a release form: all campaigns, or one; and its titles.

use crate::domain::{CampaignId, ReleaseKind};

/// Replies everywhere, or replies or unsent messages on one campaign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReleaseSubject {
    /// The campaign; `None` = all.
    pub campaign: Option<CampaignId>,
    /// What it is called.
    pub title: String,
    /// What is released.
    pub kind: ReleaseKind,
}

impl ReleaseSubject {
    /// What the window or the page is called.
    pub fn heading(&self) -> &'static str {
        match (self.campaign, self.kind) {
            (None, _) => "Release Unhandled Replies",
            (Some(_), ReleaseKind::Replies) => "Release Unreplied Conversations",
            (Some(_), ReleaseKind::Unsent) => "Release Unsent Messages",
        }
    }

    /// What it does, in a sentence.
    pub fn lead(&self) -> &'static str {
        match self.kind {
            ReleaseKind::Replies => {
                "Replies that a texter has not handled in time go back to the pool, so that active texters can request them."
            }
            ReleaseKind::Unsent => {
                "Initial messages that were assigned and never sent go back to the pool, so that active texters can request them."
            }
        }
    }

    /// What the button that does it is called.
    pub fn button(&self) -> &'static str {
        if self.campaign.is_some() {
            "Execute Operation"
        } else {
            "Release"
        }
    }
}
