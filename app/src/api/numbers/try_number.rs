use crate::domain::PhoneNumber;
use crate::error::AppError;
use leptos::prelude::*;

/// Tries a number with a call to the service that carries it. Admins only.
///
/// # Errors
/// What is wrong with the number; else as [`crate::ports::Numbers::try_number`].
#[server(prefix = "/api", endpoint = "numbers/try")]
pub async fn try_number(
    /// Which number.
    number: PhoneNumber,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::NumberCheck;
    use crate::view_models::number_check_words;
    let viewer = api::admin()?;
    let port = api::ports()?.numbers;
    let check = port.try_number(&viewer, &number).await?;
    let done = match &check {
        NumberCheck::Works => "works",
        NumberCheck::Simulated => "simulated",
        problem => {
            let error = AppError::Invalid(number_check_words(&number, problem));
            let fields = [("number", number.as_str())];
            return Err(api::redisplay("/settings/numbers", "try", &fields, error));
        }
    };
    leptos_axum::redirect(&format!("/settings/numbers?done={done}"));
    Ok(())
}
