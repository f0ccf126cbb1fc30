//! The subject of a release form: all campaigns, or one; and its titles.

use crate::domain::{CampaignId, ReleaseKind};
use sentences::admin;

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
            (None, _) => admin::release_unhandled_replies(),
            (Some(_), ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk) => {
                admin::release_unreplied_conversations()
            }
            (Some(_), ReleaseKind::Unsent | ReleaseKind::SecondPass) => {
                admin::release_unsent_messages()
            }
        }
    }

    /// What it does, in a sentence.
    pub fn lead(&self) -> &'static str {
        match self.kind {
            ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk => {
                admin::unhandled_replies_go_back()
            }
            ReleaseKind::Unsent | ReleaseKind::SecondPass => admin::unsent_messages_go_back(),
        }
    }

    /// What the button that does it is called.
    pub fn button(&self) -> &'static str {
        if self.campaign.is_some() {
            admin::execute_operation()
        } else {
            admin::release()
        }
    }
}
