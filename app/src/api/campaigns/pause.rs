use crate::domain::CampaignId;
use crate::error::AppError;
use leptos::prelude::*;

/// Pauses a campaign. Admins only.
///
/// # Errors
/// As [`crate::ports::CampaignSetup::pause`].
#[server(prefix = "/api", endpoint = "campaigns/pause")]
pub async fn pause(
    /// Which campaign.
    campaign: CampaignId,
    /// Also if people wait for an answer on it.
    #[server(default)]
    confirmed: bool,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let setup = api::ports()?.campaign_setup;
    let page = format!("/campaigns/{campaign}");
    match setup.pause(&viewer, campaign, confirmed).await {
        Ok(()) => leptos_axum::redirect(&format!("{page}?done=paused")),
        Err(error @ AppError::Fields(_)) => {
            return Err(api::redisplay(&page, "pause", &[], error));
        }
        Err(error) => return Err(error),
    }
    Ok(())
}
