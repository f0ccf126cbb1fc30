use crate::domain::{AutoassignWindow, CampaignId};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Saves the Autoassign Mode window. Admins only.
///
/// # Errors
/// The second switch is on without a valid interval; else as [`crate::ports::Campaigns::save_autoassign`].
#[server(prefix = "/api", endpoint = "campaigns/save-autoassign", output = Postcard)]
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
    /// When they are idle for so long: the fields of the interval picker, of which the first is minutes
    /// or `custom`. They count only if the switch is on.
    #[server(default)]
    interval: String,
    /// The custom number.
    #[server(default)]
    number: String,
    /// Its unit.
    #[server(default)]
    unit: String,
) -> Result<AutoassignWindow, AppError> {
    use crate::api;
    use crate::domain::{AutoassignMode, IdleInterval};
    let viewer = api::admin()?;
    let auto_release = if auto_release {
        let picked = IdleInterval::picked(&interval, &number, &unit)
            .map_err(|wrong| AppError::Invalid(wrong.to_string()))?;
        Some(picked)
    } else {
        None
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
