use crate::domain::RequestId;
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Approves a request, which fills it. Assignment Requests says what came of it.
///
/// # Errors
/// As [`crate::ports::Approvals::approve`].
#[server(prefix = "/api", endpoint = "requests/approve", output = Postcard)]
pub async fn approve_request(
    /// Which.
    request: RequestId,
    /// Whether the texter's next requests need nobody's approval.
    #[server(default)]
    always: bool,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::decider()?;
    let approvals = api::ports()?.approvals;
    approvals.approve(&viewer, request, always).await?;
    leptos_axum::redirect(&format!("/requests?decided={request}"));
    Ok(())
}
