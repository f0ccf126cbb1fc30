use crate::domain::CampaignId;
use crate::error::AppError;
use leptos::prelude::*;

/// Launches a draft. Admins only.
///
/// # Errors
/// As [`crate::ports::CampaignSetup::launch`].
#[server(prefix = "/api", endpoint = "campaigns/launch")]
pub async fn launch(
    /// Which campaign.
    campaign: CampaignId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    api::ports()?
        .campaign_setup
        .launch(&viewer, campaign)
        .await?;
    leptos_axum::redirect(&format!("/campaigns/{campaign}?done=launched"));
    Ok(())
}
