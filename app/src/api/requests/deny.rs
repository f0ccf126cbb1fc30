use crate::domain::RequestId;
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Denies a request; its texter reads the reason.
///
/// # Errors
/// As [`crate::ports::Approvals::deny`].
#[server(prefix = "/api", endpoint = "requests/deny", output = Postcard)]
pub async fn deny_request(
    /// Which.
    request: RequestId,
    /// Why, or nothing.
    #[server(default)]
    reason: String,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::decider()?;
    let approvals = api::ports()?.approvals;
    approvals.deny(&viewer, request, &reason).await?;
    leptos_axum::redirect(&format!("/requests?decided={request}"));
    Ok(())
}
