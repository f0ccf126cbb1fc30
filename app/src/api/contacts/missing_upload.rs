//! The refusal of a form about an uploaded file that is not there any more.

use crate::api;
use crate::domain::{Admin, CampaignId};
use crate::error::AppError;
use sentences::page;

/// Leads to the campaign, which says that the file is gone, if that is the `error` of its form: the page of the file was
/// left open.
///
/// # Errors
/// That the file is gone; no such campaign, of which nothing is said then; else the `error`.
pub(super) async fn refuse(
    viewer: &Admin,
    campaign: CampaignId,
    error: AppError,
) -> Result<(), AppError> {
    if error != AppError::NotFound {
        return Err(error);
    }
    api::ports()?.campaigns.find(viewer, campaign).await?;
    let page = format!("/campaigns/{campaign}");
    let error = AppError::Invalid(page::upload_is_not_there().into());
    Err(api::redisplay(&page, "", &[], error))
}
