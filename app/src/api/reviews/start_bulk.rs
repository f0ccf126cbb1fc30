use crate::domain::BulkActionId;
use crate::error::AppError;
use leptos::prelude::*;

/// Carries a prepared bulk action out, and leads back to its page. Supervolunteers and up.
///
/// # Errors
/// As [`crate::ports::BulkActions::start_bulk_action`]; the page says it.
#[server(prefix = "/api", endpoint = "reviews/start-bulk")]
pub async fn start_bulk_action(
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
    let done = bulk_actions.start_bulk_action(&viewer, action).await;
    done.map_err(|error| api::redisplay(&page, "start", &[], error))?;
    leptos_axum::redirect(&page);
    Ok(())
}
