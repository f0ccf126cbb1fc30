use crate::domain::{ReleaseId, ReleaseProgress};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// How far a release is. Admins only.
///
/// # Errors
/// As [`crate::ports::Releases::progress`].
#[server(prefix = "/api", endpoint = "releases/progress", output = Postcard)]
pub async fn get_release_progress(
    /// Which one.
    release: ReleaseId,
) -> Result<ReleaseProgress, AppError> {
    use crate::api;
    let viewer = api::admin()?;
    api::ports()?.releases.progress(&viewer, release).await
}
