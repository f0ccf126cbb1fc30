use crate::domain::Sender;
use crate::error::AppError;
use leptos::prelude::*;

/// Takes a number out of use. Admins only.
///
/// # Errors
/// As [`crate::ports::Numbers::take_number_out_of_use`].
#[server(prefix = "/api", endpoint = "numbers/take-out-of-use")]
pub async fn take_number_out_of_use(
    /// Which number, or which Messaging Service.
    sender: Sender,
    /// Whether it may be the last one.
    #[server(default)]
    confirmed: bool,
) -> Result<(), AppError> {
    use super::done::done_url;
    use crate::api;
    let viewer = api::admin()?;
    let port = api::ports()?.numbers;
    let taken = port
        .take_number_out_of_use(&viewer, &sender, confirmed)
        .await;
    let fields = [("sender", sender.as_str())];
    taken.map_err(|error| api::redisplay("/settings/numbers", "take", &fields, error))?;
    leptos_axum::redirect(&done_url(&sender, "taken"));
    Ok(())
}
