use super::SaveFields;
use crate::domain::CampaignId;
use crate::error::AppError;
use leptos::prelude::*;

/// Saves a campaign's title, texting hours and zone. Admins only.
///
/// # Errors
/// Fields that are not valid; else as [`crate::ports::CampaignSetup::save_basics`].
#[server(prefix = "/api", endpoint = "campaigns/save-basics")]
pub async fn save_basics(
    /// Of which campaign.
    campaign: CampaignId,
    /// How it is saved.
    #[server(default)]
    save: SaveFields,
    /// What texters and admins see.
    #[server(default)]
    title: String,
    /// What texters see under it.
    #[server(default)]
    description: String,
    /// When its contacts may be texted from on, as 09:00.
    #[server(default)]
    texting_from: String,
    /// When that ends, as 21:00.
    #[server(default)]
    texting_until: String,
    /// The zone of contacts who bring none of their own.
    #[server(default)]
    time_zone: String,
) -> Result<(), AppError> {
    use super::BasicsForm;
    use crate::api;
    let viewer = api::admin()?;
    let form = BasicsForm {
        title,
        description,
        texting_from,
        texting_until,
        time_zone,
    };
    let saved = match form.parse() {
        Ok(basics) => {
            let setup = api::ports()?.campaign_setup;
            setup
                .save_basics(&viewer, campaign, &(&save).into(), &basics)
                .await
        }
        Err(error) => Err(error),
    };
    let page = format!("/campaigns/{campaign}");
    match saved {
        Ok(()) => leptos_axum::redirect(&format!("{page}?done=basics")),
        Err(error) => return Err(form.redisplay(&page, &save.version, error)),
    }
    Ok(())
}
