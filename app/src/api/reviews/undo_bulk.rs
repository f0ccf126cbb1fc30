use crate::domain::BulkActionId;
use crate::error::AppError;
use leptos::prelude::*;

/// Takes back what a bulk action changed and nobody changed since, and leads back to its page. Supervolunteers and up.
///
/// # Errors
/// As [`crate::ports::BulkActions::undo_bulk_action`]; the page says it.
#[server(prefix = "/api", endpoint = "reviews/undo-bulk")]
pub async fn undo_bulk_action(
    /// Which one.
    action: BulkActionId,
    /// The address of the list from which it was prepared.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    use super::bulk_page::bulk_page;
    use crate::api;
    let viewer = api::decider()?;
    let bulk_actions = api::ports()?.bulk_actions;
    let page = bulk_page(action, &back);
    let done = bulk_actions.undo_bulk_action(&viewer, action).await;
    done.map_err(|error| api::redisplay(&page, "undo", &[], error))?;
    leptos_axum::redirect(&page);
    Ok(())
}
