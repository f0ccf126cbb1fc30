use crate::error::AppError;
use leptos::prelude::*;

/// Gives the viewer's account another password, and ends all of its sessions but this one. Its address lies below that
/// of signing in, where a browser sends the token by which its attempts are told from those of others.
///
/// # Errors
/// As [`crate::ports::OwnAccount::change_password`].
#[server(prefix = "/api", endpoint = "session/change-password")]
pub async fn change_password(
    /// The password that they have.
    current: String,
    /// The password that they want.
    new: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::ports::PasswordChange;
    let viewer = api::texter()?;
    let request = api::request()?;
    let change = PasswordChange { current, new };
    let own_account = api::ports()?.own_account;
    let changed = own_account.change_password(&request, &viewer, change).await;
    // What was typed is not sent back: addresses are kept in many places.
    changed.map_err(|error| api::redisplay("/account", "password", &[], error))?;
    leptos_axum::redirect("/account?done=password");
    Ok(())
}
