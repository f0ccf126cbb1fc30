use crate::domain::Sender;
use crate::error::AppError;
use leptos::prelude::*;

/// Removes a number that was never used. Admins only.
///
/// # Errors
/// Not confirmed; else as [`crate::ports::Numbers::remove_number`].
#[server(prefix = "/api", endpoint = "numbers/remove")]
pub async fn remove_number(
    /// Which number, or which Messaging Service.
    sender: Sender,
    /// Whether it is known that it is gone then.
    #[server(default)]
    confirmed: bool,
) -> Result<(), AppError> {
    use super::done::{done_url, page_of};
    use crate::api;
    use crate::field_errors::FieldErrors;
    use sentences::page;
    let viewer = api::admin()?;
    let removed = if confirmed {
        let port = api::ports()?.numbers;
        port.remove_number(&viewer, &sender).await
    } else {
        let sentence = page::confirm_the_removal();
        Err(AppError::Fields(FieldErrors::one("confirmed", sentence)))
    };
    removed.map_err(|error| api::redisplay(&page_of(&sender), "remove", &[], error))?;
    leptos_axum::redirect(&done_url(&sender, "removed"));
    Ok(())
}
