use crate::domain::ReleaseId;
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// The **Undo** of **Release my replies**, at a texter's home: what came back, in words.
///
/// # Errors
/// As [`crate::ports::Releases::undo`].
#[server(prefix = "/api", endpoint = "releases/undo-mine", output = Postcard)]
pub async fn undo_my_release(
    /// Which one.
    release: ReleaseId,
) -> Result<String, AppError> {
    use crate::api;
    use crate::view_models::returned_text;
    let viewer = api::texter()?;
    let undone = api::ports()?.releases.undo(&viewer, release).await?;
    let (returned, kept) = (undone.conversations, undone.kept);
    // Without WASM, to where what came back can be read.
    leptos_axum::redirect(&format!("/texts?returned={returned}&kept={kept}"));
    Ok(returned_text(returned, kept))
}
