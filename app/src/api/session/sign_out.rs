use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Ends the session and goes to the sign-in page.
///
/// # Errors
/// The database.
#[server(prefix = "/api", endpoint = "session/sign-out", output = Postcard)]
pub async fn sign_out() -> Result<(), AppError> {
    use crate::api;
    let request = api::request()?;
    api::ports()?.identity.sign_out(&request).await?;
    leptos_axum::redirect("/sign-in");
    Ok(())
}
