use crate::error::AppError;
use leptos::prelude::*;

/// Sets the country in which numbers without a country code are. Admins only.
///
/// # Errors
/// As [`crate::ports::Numbers::save_region`].
#[server(prefix = "/api", endpoint = "numbers/save-region")]
pub async fn save_region(
    /// What the page was opened with.
    #[server(default)]
    was: String,
    /// Its two letters.
    region: String,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let port = api::ports()?.numbers;
    let saved = port.save_region(&viewer, &was, &region).await;
    // What somebody else saved is to be looked at, and not hidden behind this form.
    if saved == Err(AppError::SavedMeanwhile) {
        return saved;
    }
    let fields = [("region", region.as_str())];
    saved.map_err(|error| api::redisplay("/settings/numbers", "region", &fields, error))?;
    leptos_axum::redirect("/settings/numbers?done=region");
    Ok(())
}
