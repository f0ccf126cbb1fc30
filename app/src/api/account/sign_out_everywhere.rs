use crate::error::AppError;
use leptos::prelude::*;

/// Ends all sessions of the viewer's account, and goes to the sign-in page.
///
/// # Errors
/// As [`crate::ports::OwnAccount::sign_out_everywhere`].
#[server(prefix = "/api", endpoint = "session/sign-out-everywhere")]
pub async fn sign_out_everywhere() -> Result<(), AppError> {
    use crate::api;
    let viewer = api::texter()?;
    let request = api::request()?;
    let own_account = api::ports()?.own_account;
    own_account.sign_out_everywhere(&request, &viewer).await?;
    leptos_axum::redirect("/sign-in?done=everywhere");
    Ok(())
}
