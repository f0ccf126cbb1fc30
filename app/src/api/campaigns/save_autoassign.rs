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
    use crate::field_errors::FieldErrors;
    let viewer = api::admin()?;
    let ports = api::ports()?;
    let picked = auto_release.then(|| IdleInterval::picked(&interval, &number, &unit));
    let saved = match picked.transpose() {
        Ok(auto_release) => {
            let mode = AutoassignMode {
                auto_assign,
                auto_release,
            };
            let campaigns = ports.campaigns;
            campaigns
                .save_autoassign(&viewer, campaign, version, mode)
                .await
        }
        Err(wrong) => {
            let errors = FieldErrors::one("interval", &wrong.to_string());
            Err(AppError::Fields(errors))
        }
    };
    let window = saved.map_err(|error| {
        let page = format!("/campaigns/{campaign}/autoassign");
        let on = |on| if on { "true" } else { "" };
        let version = version.to_string();
        let fields = [
            ("version", version.as_str()),
            ("auto_assign", on(auto_assign)),
            ("auto_release", on(auto_release)),
            ("interval", interval.as_str()),
            ("number", number.as_str()),
            ("unit", unit.as_str()),
        ];
        // Who saves second is shown what the first has saved.
        let fields: &[(&str, &str)] = match error {
            AppError::SavedMeanwhile => &[],
            _ => &fields,
        };
        let form = if fields.is_empty() { "" } else { "autoassign" };
        api::redisplay(&page, form, fields, error)
    })?;
    leptos_axum::redirect(&format!("/campaigns/{campaign}?saved=1"));
    Ok(window)
}
