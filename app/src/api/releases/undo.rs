use crate::domain::{ReleaseId, ReleaseProgress};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Gives back what a release took and nobody touched since. Admins any, texters their own.
///
/// # Errors
/// As [`crate::ports::Releases::undo`].
#[server(prefix = "/api", endpoint = "releases/undo", output = Postcard)]
pub async fn undo_release(
    /// Which one.
    release: ReleaseId,
) -> Result<ReleaseProgress, AppError> {
    use crate::api;
    let viewer = api::texter()?;
    let done = api::ports()?.releases.undo(&viewer, release).await?;
    leptos_axum::redirect(&if viewer.role.may_administer() {
        format!("/releases/{}", done.release)
    } else {
        format!("/texts?back={}&kept={}", done.conversations, done.kept)
    });
    Ok(done)
}
