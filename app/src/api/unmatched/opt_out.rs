use crate::domain::UnmatchedId;
use crate::error::AppError;
use leptos::prelude::*;

/// Opts out the number that an unmatched text came from, and leads back to the page of the list. Admins only.
///
/// # Errors
/// As [`crate::ports::UnmatchedTexts::opt_out_writer`].
#[server(prefix = "/api", endpoint = "unmatched/opt-out")]
pub async fn opt_out_unmatched(
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
    let unmatched = api::ports()?.unmatched;
    unmatched.opt_out_writer(&viewer, &text).await?;
    leptos_axum::redirect(&with_query(
        "/unmatched",
        &[("all", &all), ("after", &after), ("done", "opted_out")],
    ));
    Ok(())
}
