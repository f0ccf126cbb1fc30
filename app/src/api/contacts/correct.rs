#![expect(
    clippy::too_many_arguments,
    reason = "a server function has an argument for each field of its form"
)]

use crate::domain::{CampaignId, ConversationId};
use crate::error::AppError;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A custom field as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomField {
    /// What it is called.
    pub name: String,
    /// What stands in it.
    #[serde(default)]
    pub value: String,
}

/// Corrects a contact. Admins only.
///
/// # Errors
/// As [`crate::ports::Contacts::correct_contact`].
#[server(prefix = "/api", endpoint = "contacts/correct")]
pub async fn correct_contact(
    /// Of which campaign.
    campaign: CampaignId,
    /// Which contact.
    contact: ConversationId,
    /// The version that the page was opened with; none: whatever it is now.
    #[server(default)]
    version: String,
    /// The first name.
    #[server(default)]
    first_name: String,
    /// The last name.
    #[server(default)]
    last_name: String,
    /// The cell; none where it cannot be changed any more.
    #[server(default)]
    cell: Option<String>,
    /// The external id.
    #[server(default)]
    external_id: String,
    /// The time zone; empty for the campaign's.
    #[server(default)]
    zone: String,
    /// The custom fields.
    #[server(default)]
    custom_fields: Vec<CustomField>,
) -> Result<(), AppError> {
    use crate::api;
    use crate::ports::ContactCorrection;
    let viewer = api::admin()?;
    let contacts = api::ports()?.contacts;
    let correction = ContactCorrection {
        first_name,
        last_name,
        cell,
        external_id,
        zone,
        custom_fields: custom_fields
            .into_iter()
            .map(|field| (field.name, field.value))
            .collect(),
    };
    let corrected = contacts
        .correct_contact(&viewer, campaign, contact, &version, &correction)
        .await;
    let page = format!("/campaigns/{campaign}/contacts/{contact}");
    match corrected {
        Ok(()) => leptos_axum::redirect(&format!("{page}?done=corrected")),
        // What somebody else saved is to be looked at, and not hidden behind this form.
        Err(error @ AppError::SavedMeanwhile) => {
            return Err(api::redisplay(&page, "", &[], error));
        }
        Err(error @ AppError::Fields(_)) => {
            let custom: Vec<(String, &str)> = correction
                .custom_fields
                .iter()
                .enumerate()
                .map(|(index, (_, value))| {
                    (format!("custom_fields[{index}][value]"), value.as_str())
                })
                .collect();
            let mut fields = vec![
                ("version", version.as_str()),
                ("first_name", correction.first_name.as_str()),
                ("last_name", correction.last_name.as_str()),
                ("cell", correction.cell.as_deref().unwrap_or_default()),
                ("external_id", correction.external_id.as_str()),
                ("zone", correction.zone.as_str()),
            ];
            fields.extend(custom.iter().map(|(name, value)| (name.as_str(), *value)));
            return Err(api::redisplay(&page, "correct", &fields, error));
        }
        Err(error) => return Err(error),
    }
    Ok(())
}
