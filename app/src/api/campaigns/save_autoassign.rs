use crate::domain::{AutoassignMode, AutoassignWindow, CampaignId, IdleInterval};
use crate::error::AppError;
use leptos::prelude::*;

/// Saves the Autoassign Mode window. Admins only.
///
/// # Errors
/// As [`crate::ports::Campaigns::save_autoassign`].
#[server(prefix = "/api", endpoint = "campaigns/save-autoassign")]
pub async fn save_autoassign(
    /// Of which campaign.
    campaign: CampaignId,
    /// The version that the window was opened with.
    version: i32,
    /// Hand its conversations out through the request form.
    #[server(default)]
    auto_assign: bool,
    /// Release its unhandled replies automatically.
    #[server(default)]
    auto_release: bool,
    /// When they are idle for so long; counts only if the switch is on.
    #[server(default)]
    interval: Option<IdleInterval>,
) -> Result<AutoassignWindow, AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let auto_release = match (auto_release, interval) {
        (false, _) => None,
        (true, Some(interval)) => Some(interval),
        (true, None) => {
            return Err(AppError::Invalid(
                "Choose how long a reply may sit before it is released.".into(),
            ));
        }
    };
    let mode = AutoassignMode {
        auto_assign,
        auto_release,
    };
    let window = api::ports()?
        .campaigns
        .save_autoassign(&viewer, campaign, version, mode)
        .await?;
    leptos_axum::redirect(&format!("/campaigns/{campaign}?saved=1"));
    Ok(window)
}
