use crate::domain::MemberId;
use crate::error::AppError;
use leptos::prelude::*;

/// Lifts a member's suspension. Admins only.
///
/// # Errors
/// As [`crate::ports::MemberRoles::lift_suspension`].
#[server(prefix = "/api", endpoint = "people/lift-suspension")]
pub async fn lift_suspension(
    /// Whose.
    member: MemberId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let roles = api::ports()?.member_roles;
    let lifted = roles.lift_suspension(&viewer, member).await;
    let page = format!("/people/{member}");
    lifted.map_err(|error| api::redisplay(&page, "lift", &[], error))?;
    leptos_axum::redirect(&format!("{page}?done=lifted"));
    Ok(())
}
