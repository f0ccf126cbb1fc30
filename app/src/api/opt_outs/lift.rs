use crate::domain::PhoneNumber;
use crate::error::AppError;
use leptos::prelude::*;

/// Lifts the opt-out of a number. Admins only.
///
/// # Errors
/// As [`crate::ports::OptOuts::lift_opt_out`].
#[server(prefix = "/api", endpoint = "opt-outs/lift")]
pub async fn lift_opt_out(
    /// The number, in E.164.
    number: PhoneNumber,
    /// Why.
    #[server(default)]
    reason: String,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let port = api::ports()?.opt_outs;
    let page = format!("/opt-outs/{}", number.digits());
    let lifted = port.lift_opt_out(&viewer, &number, &reason).await;
    lifted.map_err(|error| api::redisplay(&page, "lift", &[("reason", &reason)], error))?;
    leptos_axum::redirect(&format!("{page}?done=lifted"));
    Ok(())
}
