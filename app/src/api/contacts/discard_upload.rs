use crate::domain::{CampaignId, UploadId};
use crate::error::AppError;
use leptos::prelude::*;

/// Deletes an uploaded file that was not imported. Admins only. Of one that is being imported, or was, it leads to its
/// page; of one that is gone, to the campaign.
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
    use super::missing_upload;
    use crate::api;
    let viewer = api::admin()?;
    let uploads = api::ports()?.contact_uploads;
    let page = format!("/campaigns/{campaign}");
    if let Err(error) = uploads.discard_upload(&viewer, campaign, upload).await {
        let progress = uploads.upload_progress(&viewer, campaign, upload).await;
        if error != AppError::NotFound || progress.is_err() {
            return missing_upload::refuse(&viewer, campaign, error).await;
        }
        // It is being imported, or was, which its page leads to.
        leptos_axum::redirect(&format!("{page}/uploads/{upload}"));
        return Ok(());
    }
    leptos_axum::redirect(&format!("{page}?done=discarded"));
    Ok(())
}
