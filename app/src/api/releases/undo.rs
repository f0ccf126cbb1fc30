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
    use crate::domain::Role;
    let viewer = api::texter()?;
    let progress = api::ports()?.releases.undo(&viewer, release).await?;
    // Without WASM, to where what came back can be read.
    leptos_axum::redirect(&if viewer.role < Role::Admin {
        format!(
            "/texts?returned={}&kept={}",
            progress.conversations, progress.kept
        )
    } else {
        format!("/releases/{}", progress.release)
    });
    Ok(progress)
}
