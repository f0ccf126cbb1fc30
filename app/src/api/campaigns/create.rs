use crate::domain::CreateKey;
use crate::error::AppError;
use leptos::prelude::*;

/// Creates a campaign, a draft without contacts, and leads to it. Admins only.
///
/// # Errors
/// Fields that are not valid; else as [`crate::ports::CampaignSetup::create`].
#[server(prefix = "/api", endpoint = "campaigns/create")]
pub async fn create_campaign(
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
    /// The form that asks for it, so that a second press finds the draft of the first.
    #[server(default)]
    key: Option<CreateKey>,
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
    let created = match form.parse() {
        Ok(basics) => {
            let setup = api::ports()?.campaign_setup;
            setup.create(&viewer, &basics, key).await
        }
        Err(error) => Err(error),
    };
    let campaign = created.map_err(|error| form.redisplay("/campaigns/new", "", error))?;
    leptos_axum::redirect(&format!("/campaigns/{campaign}?done=created"));
    Ok(())
}
