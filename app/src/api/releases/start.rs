use crate::domain::{ReleaseOutcome, ReleasePolicy};
use crate::error::AppError;
use leptos::prelude::*;

/// Releases everywhere by a policy. Admins only.
///
/// # Errors
/// As [`crate::ports::Releases::start`].
#[server(prefix = "/api", endpoint = "releases/start")]
pub async fn start_release(
    /// By which policy.
    policy: ReleasePolicy,
) -> Result<ReleaseOutcome, AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let outcome = api::ports()?.releases.start(&viewer, policy).await?;
    // A plain form lands on the history, which says what came of it.
    leptos_axum::redirect(&format!("/releases?released={}", outcome.release));
    Ok(outcome)
}
