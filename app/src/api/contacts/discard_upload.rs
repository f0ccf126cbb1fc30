use crate::domain::{CampaignId, UploadId};
use crate::error::AppError;
use leptos::prelude::*;

/// Deletes an uploaded file that was not imported. Admins only.
///
/// # Errors
/// As [`crate::ports::ContactUploads::discard_upload`].
#[server(prefix = "/api", endpoint = "contacts/discard-upload")]
pub async fn discard_upload(
    /// Of which campaign.
    campaign: CampaignId,
    /// Which file.
    upload: UploadId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let uploads = api::ports()?.contact_uploads;
    uploads.discard_upload(&viewer, campaign, upload).await?;
    leptos_axum::redirect(&format!("/campaigns/{campaign}?done=discarded"));
    Ok(())
}
