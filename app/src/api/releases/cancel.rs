use crate::domain::{ReleaseId, ReleaseProgress};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Asks a release to stop after the batch that it is at. Admins only.
///
/// # Errors
/// As [`crate::ports::Releases::cancel`].
#[server(prefix = "/api", endpoint = "releases/cancel", output = Postcard)]
pub async fn cancel_release(
    /// Which one.
    release: ReleaseId,
) -> Result<ReleaseProgress, AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let progress = api::ports()?.releases.cancel(&viewer, release).await?;
    leptos_axum::redirect(&format!("/releases/{release}"));
    Ok(progress)
}
