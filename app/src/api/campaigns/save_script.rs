use super::SaveFields;
use crate::domain::CampaignId;
use crate::error::AppError;
use leptos::prelude::*;

/// Saves a campaign's script and due date. Admins only.
///
/// # Errors
/// A date that is none, a script that is too long or, on a campaign that runs, missing; else as
/// [`crate::ports::CampaignSetup::save_script`].
#[server(prefix = "/api", endpoint = "campaigns/save-script")]
pub async fn save_script(
    /// Of which campaign.
    campaign: CampaignId,
    /// How it is saved.
    #[server(default)]
    save: SaveFields,
    /// The first text.
    #[server(default)]
    script: String,
    /// The last day on which first texts are handed out, as 2026-11-03, or nothing.
    #[server(default)]
    due_on: String,
) -> Result<(), AppError> {
    use super::ScriptForm;
    use crate::api;
    let viewer = api::admin()?;
    let form = ScriptForm { script, due_on };
    let saved = match form.parse() {
        Ok((script, due_on)) => {
            let setup = api::ports()?.campaign_setup;
            setup
                .save_script(&viewer, campaign, &(&save).into(), script, due_on)
                .await
        }
        Err(error) => Err(error),
    };
    let page = format!("/campaigns/{campaign}");
    if let Err(error) = saved {
        let fields = [
            ("version", save.version.as_str()),
            ("script", &form.script),
            ("due_on", &form.due_on),
        ];
        return Err(api::redisplay(&page, "script", &fields, error));
    }
    leptos_axum::redirect(&format!("{page}?done=script"));
    Ok(())
}
