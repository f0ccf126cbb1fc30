use crate::domain::BulkActionId;
use crate::error::AppError;
use leptos::prelude::*;

/// Carries a prepared bulk action out, and leads back to its page. Supervolunteers and up.
///
/// # Errors
/// As [`crate::ports::BulkActions::start_bulk_action`].
#[server(prefix = "/api", endpoint = "reviews/start-bulk")]
pub async fn start_bulk_action(
    /// Which one.
    action: BulkActionId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::decider()?;
    let bulk_actions = api::ports()?.bulk_actions;
    leptos_axum::redirect(&format!("/review/actions/{action}"));
    bulk_actions.start_bulk_action(&viewer, action).await
}
