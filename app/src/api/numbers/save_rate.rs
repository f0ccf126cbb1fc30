use crate::domain::PhoneNumber;
use crate::error::AppError;
use leptos::prelude::*;

/// Sets how many texts a second a number sends at most. Admins only.
///
/// # Errors
/// A rate that is none; else as [`crate::ports::Numbers::save_rate`].
#[server(prefix = "/api", endpoint = "numbers/save-rate")]
pub async fn save_rate(
    /// Which number.
    number: PhoneNumber,
    /// How many; empty: as many as there are.
    #[server(default)]
    rate: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::TextRate;
    use crate::field_errors::FieldErrors;
    use sentences::page;
    let viewer = api::admin()?;
    let read = match rate.trim() {
        "" => Ok(None),
        texts => texts.parse::<TextRate>().map(Some),
    };
    let saved = match read {
        Ok(rate) => {
            let port = api::ports()?.numbers;
            port.save_rate(&viewer, &number, rate).await
        }
        Err(_) => Err(AppError::Fields(FieldErrors::one(
            "rate",
            page::rate_is_not_valid(),
        ))),
    };
    let fields = [("number", number.as_str()), ("rate", rate.as_str())];
    saved.map_err(|error| api::redisplay("/settings/numbers", "rate", &fields, error))?;
    leptos_axum::redirect("/settings/numbers?done=rate");
    Ok(())
}
