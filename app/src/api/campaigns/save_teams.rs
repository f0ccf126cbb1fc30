use crate::domain::{CampaignId, TeamId};
use crate::error::AppError;
use leptos::prelude::*;

/// Saves which teams draw from a campaign, and whether nobody else does. Admins only.
///
/// # Errors
/// As [`crate::ports::CampaignSetup::save_teams`].
#[server(prefix = "/api", endpoint = "campaigns/save-teams")]
pub async fn save_teams(
    /// Of which campaign.
    campaign: CampaignId,
    /// The version that the page was opened with.
    version: i32,
    /// Only the chosen teams are given its texts.
    #[server(default)]
    restricted: bool,
    /// The chosen teams.
    #[server(default)]
    teams: Vec<TeamId>,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let setup = api::ports()?.campaign_setup;
    setup
        .save_teams(&viewer, campaign, version, restricted, teams)
        .await?;
    leptos_axum::redirect(&format!("/campaigns/{campaign}?done=teams"));
    Ok(())
}
