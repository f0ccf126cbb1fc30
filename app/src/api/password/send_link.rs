use crate::error::AppError;
use leptos::prelude::*;

/// Has a link to choose a new password sent to an address, if somebody signs in with it. The answer is the same if nobody
/// does.
///
/// # Errors
/// As [`crate::ports::PasswordResets::send_link`].
#[server(prefix = "/api", endpoint = "session/forgotten-password")]
pub async fn send_password_link(
    /// E-mail, in any case.
    email: String,
) -> Result<(), AppError> {
    use crate::api;
    let request = api::request()?;
    let password_resets = api::ports()?.password_resets;
    let fields = [("email", email.trim())];
    let sent = password_resets.send_link(&request, &email).await;
    sent.map_err(|error| api::redisplay("/forgotten-password", "email", &fields, error))?;
    leptos_axum::redirect("/forgotten-password?done=sent");
    Ok(())
}
