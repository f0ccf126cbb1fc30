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
    let was_archived = setup.unarchive(&viewer, campaign).await?;
    let done = if was_archived {
        "unarchived"
    } else {
        "not_archived"
    };
    leptos_axum::redirect(&format!("/campaigns/{campaign}?done={done}"));
    Ok(())
}
