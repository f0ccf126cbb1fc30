use crate::error::AppError;
use leptos::prelude::*;

/// Joins the organization of an invite link with the viewer's account, and goes to the start page.
///
/// # Errors
/// As [`crate::ports::Memberships::join_as`].
#[server(prefix = "/api", endpoint = "session/join-as")]
pub async fn join_as(
    /// The secret of the link.
    token: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::InviteToken;
    let viewer = api::texter()?;
    let request = api::request()?;
    let token: InviteToken = token.parse().map_err(|_| AppError::NotFound)?;
    let memberships = api::ports()?.memberships;
    memberships.join_as(&request, &viewer, &token).await?;
    leptos_axum::redirect("/");
    Ok(())
}
