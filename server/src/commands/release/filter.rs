//! Which part of the release history a command is about.

use app::domain::{CampaignId, ReleaseFilter, ReleasedBy};
use clap::Args;

/// By whom, and on which campaign.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Filter {
    /// Only those by hand, automatic ones, those of texters, or undos.
    #[arg(long, value_name = "hand|automatic|texters|undo")]
    pub by: Option<ReleasedBy>,

    /// Only those on this campaign, releases on all campaigns among them.
    #[arg(long, value_name = "ID")]
    pub campaign: Option<CampaignId>,
}

impl Filter {
    /// As the history takes it.
    pub fn of_history(self) -> ReleaseFilter {
        ReleaseFilter {
            by: self.by,
            campaign: self.campaign,
            group: None,
        }
    }
}
