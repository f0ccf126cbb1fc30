use crate::domain::{ReleasePolicy, ReleasePreview};
use crate::error::AppError;
use leptos::prelude::*;

/// What a policy would release now. Admins only.
///
/// # Errors
/// As [`crate::ports::Releases::preview`].
#[server(prefix = "/api", endpoint = "releases/preview")]
pub async fn preview_release(
    /// By which policy.
    policy: ReleasePolicy,
) -> Result<ReleasePreview, AppError> {
    use crate::api;
    let viewer = api::admin()?;
    api::ports()?.releases.preview(&viewer, policy).await
}
