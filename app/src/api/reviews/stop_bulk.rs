use crate::domain::BulkActionId;
use crate::error::AppError;
use leptos::prelude::*;

/// Asks a bulk action to stop after the batch that it is at, and leads back to its page. Supervolunteers and up.
///
/// # Errors
/// As [`crate::ports::BulkActions::stop_bulk_action`].
#[server(prefix = "/api", endpoint = "reviews/stop-bulk")]
pub async fn stop_bulk_action(
    /// Which one.
    action: BulkActionId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::decider()?;
    let bulk_actions = api::ports()?.bulk_actions;
    leptos_axum::redirect(&format!("/review/actions/{action}"));
    bulk_actions.stop_bulk_action(&viewer, action).await
}
