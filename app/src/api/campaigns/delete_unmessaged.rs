use crate::domain::{CampaignId, ConversationId};
use crate::error::AppError;
use leptos::prelude::*;

/// Deletes the unmessaged contacts of a campaign. Admins only.
///
/// # Errors
/// As [`crate::ports::UnmessagedContacts::delete_unmessaged`].
#[server(prefix = "/api", endpoint = "campaigns/delete-unmessaged")]
pub async fn delete_unmessaged(
    /// Of which campaign.
    campaign: CampaignId,
    /// The newest contact that the page has counted.
    newest: ConversationId,
    /// The campaign's title, typed as the confirmation.
    title: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::UnmessagedDeletion;
    let viewer = api::admin()?;
    let page = format!("/campaigns/{campaign}/unmessaged");
    let port = api::ports()?.unmessaged;
    match port
        .delete_unmessaged(&viewer, campaign, newest, &title)
        .await
    {
        Ok(UnmessagedDeletion::Finished(deleted)) => {
            leptos_axum::redirect(&format!("{page}?deleted={deleted}"));
            Ok(())
        }
        Ok(UnmessagedDeletion::Running) => {
            leptos_axum::redirect(&format!("{page}?done=running"));
            Ok(())
        }
        Err(error @ AppError::Fields(_)) => {
            let fields = [("title", title.as_str())];
            Err(api::redisplay(&page, "unmessaged", &fields, error))
        }
        Err(error) => Err(error),
    }
}
