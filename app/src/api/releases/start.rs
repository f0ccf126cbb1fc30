use crate::domain::{ReleaseOutcome, ReleasePolicy};
use crate::error::AppError;
use leptos::prelude::*;

/// Releases everywhere by a policy. Admins only.
///
/// # Errors
/// As [`crate::ports::Releases::start`].
#[server(prefix = "/api", endpoint = "releases/start")]
pub async fn start_release(policy: ReleasePolicy) -> Result<ReleaseOutcome, AppError> {
    use crate::api;
    let viewer = api::admin()?;
    api::ports()?.releases.start(&viewer, policy).await
}
