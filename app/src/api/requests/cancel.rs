use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Takes one's own pending request back.
///
/// # Errors
/// As [`crate::ports::Requests::cancel`].
#[server(prefix = "/api", endpoint = "requests/cancel", output = Postcard)]
pub async fn cancel_request() -> Result<(), AppError> {
    use crate::api;
    let viewer = api::texter()?;
    api::ports()?.requests.cancel(&viewer).await?;
    leptos_axum::redirect("/texts");
    Ok(())
}
