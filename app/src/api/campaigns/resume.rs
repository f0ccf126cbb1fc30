use crate::domain::CampaignId;
use crate::error::AppError;
use leptos::prelude::*;

/// Resumes a campaign that was paused. Admins only.
///
/// # Errors
/// As [`crate::ports::CampaignSetup::resume`].
#[server(prefix = "/api", endpoint = "campaigns/resume")]
pub async fn resume(
    /// Which campaign.
    campaign: CampaignId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let setup = api::ports()?.campaign_setup;
    let was_paused = setup.resume(&viewer, campaign).await?;
    let done = if was_paused { "resumed" } else { "not_paused" };
    leptos_axum::redirect(&format!("/campaigns/{campaign}?done={done}"));
    Ok(())
}
