use super::VersionFields;
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
    /// What the sections of its page showed.
    #[server(default)]
    versions: VersionFields,
    /// Whether auto-assign is turned on with it; if not, it stays as it is.
    #[server(default)]
    auto_assign: bool,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    api::ports()?
        .campaign_setup
        .launch(&viewer, campaign, &versions.into(), auto_assign)
        .await?;
    leptos_axum::redirect(&format!("/campaigns/{campaign}?done=launched"));
    Ok(())
}
