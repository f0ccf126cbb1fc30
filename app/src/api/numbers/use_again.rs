use crate::domain::Sender;
use crate::error::AppError;
use leptos::prelude::*;

/// Takes a number into use again. Admins only.
///
/// # Errors
/// As [`crate::ports::Numbers::use_number_again`].
#[server(prefix = "/api", endpoint = "numbers/use-again")]
pub async fn use_number_again(
    /// Which number, or which Messaging Service.
    sender: Sender,
) -> Result<(), AppError> {
    use super::done::done_url;
    use crate::api;
    let viewer = api::admin()?;
    let port = api::ports()?.numbers;
    port.use_number_again(&viewer, &sender).await?;
    leptos_axum::redirect(&done_url(&sender, "used"));
    Ok(())
}
