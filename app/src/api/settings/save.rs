use crate::error::AppError;
use leptos::prelude::*;

/// Saves the settings of the organization, all of them or nothing. Admins only.
///
/// # Errors
/// Fields that are not valid; else as [`crate::ports::Settings::save_organization_settings`].
#[server(prefix = "/api", endpoint = "settings/save")]
pub async fn save_settings(
    /// The version that the page was opened with.
    version: i32,
    /// What members see.
    #[server(default)]
    name: String,
    /// When new campaigns may begin to text, as 09:00.
    #[server(default)]
    texting_from: String,
    /// When they have to end, as 21:00.
    #[server(default)]
    texting_until: String,
    /// Their zone, or nothing.
    #[server(default)]
    time_zone: String,
    /// Texters see last names.
    #[server(default)]
    shows_last_names: bool,
    /// What is texted last to who is opted out, or nothing.
    #[server(default)]
    opt_out_goodbye: String,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let form = super::parse::SettingsForm {
        name,
        texting_from,
        texting_until,
        time_zone,
        shows_last_names,
        opt_out_goodbye,
    };
    let saved = match form.parse() {
        Ok(settings) => {
            let port = api::ports()?.settings;
            port.save_organization_settings(&viewer, version, settings)
                .await
        }
        Err(errors) => Err(AppError::Fields(errors)),
    };
    saved.map_err(|error| form.redisplay(version, error))?;
    leptos_axum::redirect("/settings?done=saved");
    Ok(())
}
