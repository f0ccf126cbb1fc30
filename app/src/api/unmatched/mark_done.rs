use crate::domain::UnmatchedId;
use crate::error::AppError;
use leptos::prelude::*;

/// Marks an unmatched text as done. Admins only.
///
/// # Errors
/// As [`crate::ports::UnmatchedTexts::mark_done`].
#[server(prefix = "/api", endpoint = "unmatched/done")]
pub async fn mark_unmatched_done(
    /// Which text.
    text: UnmatchedId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    api::ports()?.unmatched.mark_done(&viewer, &text).await?;
    leptos_axum::redirect("/unmatched?done=marked");
    Ok(())
}
