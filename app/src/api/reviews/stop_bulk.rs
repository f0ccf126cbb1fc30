use crate::domain::BulkActionId;
use crate::error::AppError;
use leptos::prelude::*;

/// Asks a bulk action to stop after the batch that it is at, and leads back to its page. Supervolunteers and up.
///
/// # Errors
/// As [`crate::ports::BulkActions::stop_bulk_action`]; the page says it.
#[server(prefix = "/api", endpoint = "reviews/stop-bulk")]
pub async fn stop_bulk_action(
    /// Which one.
    action: BulkActionId,
    /// The address of the list from which it was prepared.
    #[server(default)]
    back: String,
) -> Result<(), AppError> {
    use super::bulk_page::bulk_progress_page;
    use crate::api;
    let viewer = api::decider()?;
    let bulk_actions = api::ports()?.bulk_actions;
    let page = bulk_progress_page(action, &back);
    let done = bulk_actions.stop_bulk_action(&viewer, action).await;
    done.map_err(|error| api::redisplay(&page, "stop", &[], error))?;
    leptos_axum::redirect(&page);
    Ok(())
}
