use crate::domain::Sender;
use crate::error::AppError;
use leptos::prelude::*;

/// Sets how many texts a second a number sends at most. Admins only.
///
/// # Errors
/// A rate that is none; else as [`crate::ports::Numbers::save_rate`].
#[server(prefix = "/api", endpoint = "numbers/save-rate")]
pub async fn save_rate(
    /// Which number, or which Messaging Service.
    sender: Sender,
    /// How many; empty: as many as there are.
    #[server(default)]
    rate: String,
) -> Result<(), AppError> {
    use super::done::done_url;
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
            port.save_rate(&viewer, &sender, rate).await
        }
        Err(_) => Err(AppError::Fields(FieldErrors::one(
            "rate",
            page::rate_is_not_valid(),
        ))),
    };
    let fields = [("sender", sender.as_str()), ("rate", rate.as_str())];
    saved.map_err(|error| api::redisplay("/settings/numbers", "rate", &fields, error))?;
    leptos_axum::redirect(&done_url(&sender, "rate"));
    Ok(())
}
