//! `baton campaign copy`

use app::domain::CampaignId;
use clap::Args;
use server_store::{Store, campaign_setup};

use super::{Which, check_title};
use crate::commands::CommandError;

/// A campaign to be copied.
#[derive(Debug, Args)]
pub struct CopyOf {
    #[command(flatten)]
    pub(super) which: Which,

    /// What the copy is called; without it, “Copy of” the campaign.
    #[arg(long)]
    pub(super) title: Option<String>,
}

impl CopyOf {
    /// Copies it; the number of the copy.
    pub(super) async fn run(&self, store: &Store) -> Result<CampaignId, CommandError> {
        let title = self.title.as_deref();
        title.map_or(Ok(()), check_title)?;
        let (organization, campaign) = (self.which.organization, self.which.campaign);
        Ok(campaign_setup::copy(store, organization, campaign, title).await?)
    }
}
