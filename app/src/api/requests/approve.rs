use crate::domain::RequestId;
use crate::error::AppError;
use leptos::prelude::*;

/// Approves a request, which fills it, and says what came of it.
///
/// # Errors
/// As [`crate::ports::Approvals::approve`].
#[server(prefix = "/api", endpoint = "requests/approve")]
pub async fn approve_request(
    /// Which.
    request: RequestId,
    /// Whether the texter's next requests need nobody's approval.
    #[server(default)]
    always: bool,
) -> Result<String, AppError> {
    use crate::api;
    use crate::domain::Approval;
    let viewer = api::decider()?;
    let approval = api::ports()?
        .approvals
        .approve(&viewer, request, always)
        .await?;
    Ok(match approval {
        Approval::Assigned {
            texter,
            kind,
            assigned,
        } => {
            leptos_axum::redirect(&format!("/requests?approved={request}"));
            format!("{} assigned to {texter}.", kind.counted(assigned))
        }
        Approval::NothingThere { pool } => {
            leptos_axum::redirect(&format!("/requests?nothing={request}"));
            format!("Nothing is available in {pool} right now: the request stays pending.")
        }
    })
}
