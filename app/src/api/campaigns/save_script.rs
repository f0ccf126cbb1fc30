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
    use crate::api;
    use crate::domain::MAX_SCRIPT_CHARACTERS;
    use crate::field_errors::FieldErrors;
    use chrono::NaiveDate;
    use sentences::page;
    let viewer = api::admin()?;
    let mut errors = FieldErrors::default();
    let length = script.chars().count();
    if length > MAX_SCRIPT_CHARACTERS {
        let (most, length) = (
            sentences::size(MAX_SCRIPT_CHARACTERS),
            sentences::size(length),
        );
        let sentence = page::script_is_too_long(&most, &length);
        errors.add("script", &sentence);
    }
    let day = match due_on.trim() {
        "" => None,
        day => {
            let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok();
            if day.is_none() {
                errors.add("due_on", page::due_date_is_no_date());
            }
            day
        }
    };
    let saved = if errors.is_empty() {
        let setup = api::ports()?.campaign_setup;
        setup
            .save_script(&viewer, campaign, &(&save).into(), script.trim_end(), day)
            .await
    } else {
        Err(AppError::Fields(errors))
    };
    let page = format!("/campaigns/{campaign}");
    if let Err(error) = saved {
        let fields = [
            ("version", save.version.as_str()),
            ("script", &script),
            ("due_on", &due_on),
        ];
        return Err(api::redisplay(&page, "script", &fields, error));
    }
    leptos_axum::redirect(&format!("{page}?done=script"));
    Ok(())
}
