use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Starts a session and goes to the page that was asked for, or to the member's home. A form that is refused comes back
/// with its e-mail.
///
/// # Errors
/// As [`crate::ports::Identity::sign_in`].
#[server(prefix = "/api", endpoint = "session/sign-in", output = Postcard)]
pub async fn sign_in(
    /// E-mail, in any case.
    email: String,
    /// Password, as typed.
    password: String,
    /// The page that was asked for; empty if none was.
    #[server(default)]
    next: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::ports::Credentials;
    use crate::url::own_page;
    let request = api::request()?;
    let credentials = Credentials {
        email: email.clone(),
        password,
    };
    let fields = [("email", email.trim()), ("next", &next)];
    let signed_in = api::ports()?.identity.sign_in(&request, credentials).await;
    signed_in.map_err(|error| api::redisplay("/sign-in", "sign-in", &fields, error))?;
    leptos_axum::redirect(own_page(&next).unwrap_or("/"));
    Ok(())
}
