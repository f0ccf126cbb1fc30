use crate::error::AppError;
use leptos::prelude::*;

/// Sets the country in which numbers without a country code are. Admins only.
///
/// # Errors
/// As [`crate::ports::Numbers::save_region`].
#[server(prefix = "/api", endpoint = "numbers/save-region")]
pub async fn save_region(
    /// Its two letters.
    region: String,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let port = api::ports()?.numbers;
    let saved = port.save_region(&viewer, &region).await;
    let fields = [("region", region.as_str())];
    saved.map_err(|error| api::redisplay("/settings/numbers", "region", &fields, error))?;
    leptos_axum::redirect("/settings/numbers?done=region");
    Ok(())
}
