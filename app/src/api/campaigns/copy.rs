use crate::domain::{CampaignId, CopyKey};
use crate::error::AppError;
use leptos::prelude::*;

/// Copies a campaign, and leads to the copy. Admins only.
///
/// # Errors
/// A title that is not valid; else as [`crate::ports::CampaignSetup::copy`].
#[server(prefix = "/api", endpoint = "campaigns/copy")]
pub async fn copy_campaign(
    /// Which campaign.
    campaign: CampaignId,
    /// What the copy is called.
    #[server(default)]
    title: String,
    /// The form that asks for it, so that a second press finds the copy of the first.
    key: CopyKey,
) -> Result<(), AppError> {
    use crate::api::{self, form_input};
    use crate::domain::MAX_TITLE_CHARACTERS;
    use crate::field_errors::FieldErrors;
    let viewer = api::admin()?;
    let mut errors = FieldErrors::default();
    let valid = form_input::title(&mut errors, "title", &title, MAX_TITLE_CHARACTERS);
    if !errors.is_empty() {
        let page = format!("/campaigns/{campaign}");
        let fields = [("title", title.as_str())];
        let error = AppError::Fields(errors);
        return Err(api::redisplay(&page, "copy", &fields, error));
    }
    let setup = api::ports()?.campaign_setup;
    let copy = setup.copy(&viewer, campaign, &valid, key).await?;
    leptos_axum::redirect(&format!("/campaigns/{copy}?done=copied"));
    Ok(())
}
