use crate::domain::{CampaignId, UploadId};
use crate::error::AppError;
use leptos::prelude::*;

/// Imports an uploaded file of contacts. Admins only. Of one that is gone it leads to the campaign.
///
/// # Errors
/// As [`crate::ports::ContactUploads::import_upload`].
#[server(prefix = "/api", endpoint = "contacts/import")]
pub async fn import_upload(
    /// To which campaign.
    campaign: CampaignId,
    /// Which file.
    upload: UploadId,
    /// What each of its columns means.
    #[server(default)]
    columns: Vec<String>,
    /// Whether it takes the place of the contacts that are there.
    #[server(default)]
    replace: bool,
    /// Whether its first rows are to be shown once more, and nothing imported.
    #[server(default)]
    look: bool,
) -> Result<(), AppError> {
    use super::missing_upload;
    use crate::api;
    use crate::domain::ContactColumn;
    use crate::ports::UploadProgress;
    use crate::url::with_query;
    use sentences::page;
    let viewer = api::admin()?;
    let uploads = api::ports()?.contact_uploads;
    let page = format!("/campaigns/{campaign}");
    let upload_page = format!("{page}/uploads/{upload}");
    let fields: Vec<(String, &str)> = columns
        .iter()
        .enumerate()
        .map(|(index, column)| (format!("columns[{index}]"), column.as_str()))
        .collect();
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, column)| (name.as_str(), *column))
        .collect();
    if look {
        if let Err(error) = uploads.upload_progress(&viewer, campaign, upload).await {
            return missing_upload::refuse(&viewer, campaign, error).await;
        }
        leptos_axum::redirect(&with_query(&upload_page, &fields));
        return Ok(());
    }
    let chosen: Result<Vec<ContactColumn>, _> =
        columns.iter().map(|column| column.parse()).collect();
    let chosen = chosen.map_err(|_| AppError::Invalid(page::form_is_not_valid().into()))?;
    let progress = uploads
        .import_upload(&viewer, campaign, upload, chosen, replace)
        .await;
    match progress {
        Ok(UploadProgress::Imported(import)) => {
            leptos_axum::redirect(&format!("{page}?import={import}"));
        }
        Ok(UploadProgress::Importing { .. }) => {
            leptos_axum::redirect(&format!("{upload_page}/progress"));
        }
        // It failed, and its page says why.
        Ok(UploadProgress::Waiting) => leptos_axum::redirect(&upload_page),
        Err(error @ AppError::Invalid(_)) => {
            return Err(api::redisplay(&upload_page, "import", &fields, error));
        }
        Err(error) => return missing_upload::refuse(&viewer, campaign, error).await,
    }
    Ok(())
}
