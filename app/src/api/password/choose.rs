use crate::error::AppError;
use leptos::prelude::*;

/// Gives the account of a link another password, and signs in. Its address lies below that of signing in, where a browser
/// keeps the token by which its attempts are told from those of others.
///
/// # Errors
/// As [`crate::ports::PasswordResets::choose_password`].
#[server(prefix = "/api", endpoint = "session/choose-password")]
pub async fn choose_password(
    /// The token of the link.
    token: String,
    /// The password that they want.
    new: String,
) -> Result<(), AppError> {
    use crate::api;
    let request = api::request()?;
    let password_resets = api::ports()?.password_resets;
    let chosen = password_resets.choose_password(&request, &token, new).await;
    chosen.map_err(|error| match error {
        // The page of the link says that it has ended, and what to do.
        AppError::NotFound => {
            leptos_axum::redirect("/password/ended");
            error
        }
        // What was typed is not sent back: addresses are kept in many places.
        error => api::redisplay(&["/password/", &token].concat(), "password", &[], error),
    })?;
    leptos_axum::redirect("/");
    Ok(())
}
