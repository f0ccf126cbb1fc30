use crate::domain::ReleaseProgress;
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// **Release my replies**: what the texter holds goes back into the pool.
///
/// # Errors
/// As [`crate::ports::Releases::release_mine`].
#[server(prefix = "/api", endpoint = "releases/mine", output = Postcard)]
pub async fn release_my_replies() -> Result<ReleaseProgress, AppError> {
    use crate::api;
    let viewer = api::texter()?;
    let progress = api::ports()?.releases.release_mine(&viewer).await?;
    let (gave, release) = (progress.conversations, progress.release);
    leptos_axum::redirect(&format!("/texts?gave={gave}&release={release}"));
    Ok(progress)
}
