use crate::domain::RequestId;
use crate::error::AppError;
use leptos::prelude::*;

/// Denies a request; its texter reads the reason.
///
/// # Errors
/// As [`crate::ports::Approvals::deny`].
#[server(prefix = "/api", endpoint = "requests/deny")]
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
