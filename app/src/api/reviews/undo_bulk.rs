use crate::domain::BulkActionId;
use crate::error::AppError;
use leptos::prelude::*;

/// Takes back what a bulk action changed and nobody changed since, and leads back to its page. Supervolunteers and up.
///
/// # Errors
/// As [`crate::ports::BulkActions::undo_bulk_action`].
#[server(prefix = "/api", endpoint = "reviews/undo-bulk")]
pub async fn undo_bulk_action(
    /// Which one.
    action: BulkActionId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::decider()?;
    let bulk_actions = api::ports()?.bulk_actions;
    leptos_axum::redirect(&format!("/review/actions/{action}"));
    bulk_actions.undo_bulk_action(&viewer, action).await
}
