use crate::domain::PhoneNumber;
use crate::error::AppError;
use leptos::prelude::*;

/// Takes a number into use again. Admins only.
///
/// # Errors
/// As [`crate::ports::Numbers::use_number_again`].
#[server(prefix = "/api", endpoint = "numbers/use-again")]
pub async fn use_number_again(
    /// Which number.
    number: PhoneNumber,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let port = api::ports()?.numbers;
    port.use_number_again(&viewer, &number).await?;
    leptos_axum::redirect("/settings/numbers?done=used");
    Ok(())
}
