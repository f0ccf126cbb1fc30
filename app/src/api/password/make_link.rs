use crate::domain::MemberId;
use crate::error::AppError;
use leptos::prelude::*;

/// Makes a link with which a member chooses a new password, and goes to the page that shows it.
///
/// # Errors
/// As [`crate::ports::PasswordResets::make_password_link`].
#[server(prefix = "/api", endpoint = "people/password-link")]
pub async fn make_password_link(
    /// For whom.
    member: MemberId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let request = api::request()?;
    let page = format!("/people/{member}/password-link");
    let password_resets = api::ports()?.password_resets;
    password_resets
        .make_password_link(&request, &viewer, member)
        .await
        .map_err(|error| api::redisplay(&page, "password-link", &[], error))?;
    leptos_axum::redirect(&page);
    Ok(())
}
