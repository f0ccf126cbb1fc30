use crate::domain::CampaignId;
use crate::error::AppError;
use leptos::prelude::*;

/// Archives a campaign. Admins only.
///
/// # Errors
/// As [`crate::ports::CampaignSetup::archive`].
#[server(prefix = "/api", endpoint = "campaigns/archive")]
pub async fn archive(
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
    match setup.archive(&viewer, campaign, confirmed).await {
        Ok(()) => leptos_axum::redirect(&format!("{page}?done=archived")),
        Err(error @ AppError::Fields(_)) => {
            return Err(api::redisplay(&page, "archive", &[], error));
        }
        Err(error) => return Err(error),
    }
    Ok(())
}
