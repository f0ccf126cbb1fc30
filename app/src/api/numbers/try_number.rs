use crate::domain::Sender;
use crate::error::AppError;
use leptos::prelude::*;

/// Tries a number, or a Messaging Service, with a call to the service that carries it. Admins only.
///
/// # Errors
/// What is wrong with it; else as [`crate::ports::Numbers::try_number`].
#[server(prefix = "/api", endpoint = "numbers/try")]
pub async fn try_number(
    /// Which number, or which Messaging Service.
    sender: Sender,
) -> Result<(), AppError> {
    use super::done::done_url;
    use crate::api;
    use crate::domain::SenderCheck;
    use crate::view_models::sender_check_words;
    let viewer = api::admin()?;
    let port = api::ports()?.numbers;
    let check = port.try_number(&viewer, &sender).await?;
    let done = match &check {
        SenderCheck::Works => "works",
        SenderCheck::Simulated => "simulated",
        problem => {
            let error = AppError::Invalid(sender_check_words(&sender, problem));
            let fields = [("sender", sender.as_str())];
            return Err(api::redisplay("/settings/numbers", "try", &fields, error));
        }
    };
    leptos_axum::redirect(&done_url(&sender, done));
    Ok(())
}
