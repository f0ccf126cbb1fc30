use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Starts a session and goes to the member's home.
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
    api::ports()?
        .identity
        .sign_in(&request, Credentials { email, password })
        .await?;
    leptos_axum::redirect("/");
    Ok(())
}
