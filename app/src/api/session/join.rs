use crate::error::AppError;
use leptos::prelude::*;

/// Joins the organization of an invite link, with a new account or with the one that has this e-mail address and
/// password, and goes to the start page. A form that is refused comes back with all but the password. Its address lies
/// below that of signing in, as a browser sends the token by which its attempts are told from others there.
///
/// # Errors
/// As [`crate::ports::Memberships::join`].
#[server(prefix = "/api", endpoint = "session/join")]
pub async fn join(
    /// The secret of the link.
    token: String,
    /// What others are to see.
    #[server(default)]
    name: String,
    /// E-mail, in any case.
    email: String,
    /// A new password, or that of the account.
    password: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::InviteToken;
    use crate::ports::JoinForm;
    let request = api::request()?;
    let token: InviteToken = token.parse().map_err(|_| AppError::NotFound)?;
    let form = JoinForm {
        name: name.clone(),
        email: email.clone(),
        password,
    };
    let joined = api::ports()?.memberships.join(&request, &token, form).await;
    let fields = [("name", name.trim()), ("email", email.trim())];
    let joined = joined.map_err(|error| api::redisplay(&token.path(), "join", &fields, error))?;
    // The page of the link tells a member that they are one.
    let link = token.path();
    leptos_axum::redirect(if joined { "/" } else { &link });
    Ok(())
}
