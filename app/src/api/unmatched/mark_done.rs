use crate::domain::UnmatchedId;
use crate::error::AppError;
use leptos::prelude::*;

/// Marks an unmatched text as done, and leads back to the page that lists it. Admins only.
///
/// # Errors
/// As [`crate::ports::UnmatchedTexts::mark_done`].
#[server(prefix = "/api", endpoint = "unmatched/done")]
pub async fn mark_unmatched_done(
    /// Which text.
    text: UnmatchedId,
    /// Whether the list has those that are done too, as its address says it.
    #[server(default)]
    all: String,
    /// After which text its page begins, as its address says it.
    #[server(default)]
    after: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::url::with_query;
    let viewer = api::admin()?;
    api::ports()?.unmatched.mark_done(&viewer, &text).await?;
    leptos_axum::redirect(&with_query(
        "/unmatched",
        &[("all", &all), ("after", &after), ("done", "marked")],
    ));
    Ok(())
}
