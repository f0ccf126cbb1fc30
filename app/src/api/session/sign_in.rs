use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Starts a session and goes to the member's home. A form that is refused comes back with its e-mail.
///
/// # Errors
/// As [`crate::ports::Identity::sign_in`].
#[server(prefix = "/api", endpoint = "session/sign-in", output = Postcard)]
pub async fn sign_in(
    /// E-mail, in any case.
    email: String,
    /// Password, as typed.
    password: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::ports::Credentials;
    let request = api::request()?;
    let credentials = Credentials {
        email: email.clone(),
        password,
    };
    let signed_in = api::ports()?.identity.sign_in(&request, credentials).await;
    signed_in.map_err(|error| {
        api::redisplay("/sign-in", "sign-in", &[("email", email.trim())], error)
    })?;
    leptos_axum::redirect("/");
    Ok(())
}
