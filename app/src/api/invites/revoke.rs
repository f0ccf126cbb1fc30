use crate::domain::InviteId;
use crate::error::AppError;
use leptos::prelude::*;

/// Ends an invite link. Admins only.
///
/// # Errors
/// As [`crate::ports::Invites::revoke_invite`].
#[server(prefix = "/api", endpoint = "invites/revoke")]
pub async fn revoke_invite(
    /// Which link.
    invite: InviteId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    api::ports()?.invites.revoke_invite(&viewer, invite).await?;
    leptos_axum::redirect(&format!("/people/invites/{invite}?done=revoked"));
    Ok(())
}
