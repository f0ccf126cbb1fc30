use crate::error::AppError;
use leptos::prelude::*;

/// Opts numbers out by hand. Admins only.
///
/// # Errors
/// As [`crate::ports::OptOuts::add_opt_outs`].
#[server(prefix = "/api", endpoint = "opt-outs/add")]
pub async fn add_opt_outs(
    /// The numbers, as people write them, one a line or with commas between them.
    numbers: String,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let port = api::ports()?.opt_outs;
    let added = port.add_opt_outs(&viewer, &numbers).await;
    let added = added
        .map_err(|error| api::redisplay("/opt-outs", "add", &[("numbers", &numbers)], error))?;
    let (recorded, already) = (added.recorded, added.already);
    leptos_axum::redirect(&format!("/opt-outs?added={recorded}&already={already}"));
    Ok(())
}
