use crate::domain::CampaignId;
use crate::error::AppError;
use leptos::prelude::*;

/// Unarchives a campaign, which is a draft or runs again, as before. Admins only.
///
/// # Errors
/// As [`crate::ports::CampaignSetup::unarchive`].
#[server(prefix = "/api", endpoint = "campaigns/unarchive")]
pub async fn unarchive(
    /// Which campaign.
    campaign: CampaignId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let setup = api::ports()?.campaign_setup;
    setup.unarchive(&viewer, campaign).await?;
    leptos_axum::redirect(&format!("/campaigns/{campaign}?done=unarchived"));
    Ok(())
}
