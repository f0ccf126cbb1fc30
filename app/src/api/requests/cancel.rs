use crate::error::AppError;
use leptos::prelude::*;

/// Takes one's own pending request back.
///
/// # Errors
/// As [`crate::ports::Requests::cancel`].
#[server(prefix = "/api", endpoint = "requests/cancel")]
pub async fn cancel_request() -> Result<(), AppError> {
    use crate::api;
    let viewer = api::texter()?;
    api::ports()?.requests.cancel(&viewer).await?;
    leptos_axum::redirect("/texts");
    Ok(())
}
