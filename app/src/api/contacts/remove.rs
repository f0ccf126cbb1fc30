use crate::domain::{CampaignId, ConversationId};
use crate::error::AppError;
use leptos::prelude::*;

/// Removes a contact that nobody has texted. Admins only.
///
/// # Errors
/// As [`crate::ports::Contacts::remove_contact`].
#[server(prefix = "/api", endpoint = "contacts/remove")]
pub async fn remove_contact(
    /// Of which campaign.
    campaign: CampaignId,
    /// Which contact.
    contact: ConversationId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let contacts = api::ports()?.contacts;
    contacts.remove_contact(&viewer, campaign, contact).await?;
    leptos_axum::redirect(&format!("/campaigns/{campaign}/contacts?done=removed"));
    Ok(())
}
