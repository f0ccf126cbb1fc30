use crate::domain::MemberId;
use crate::error::AppError;
use leptos::prelude::*;

/// Releases what a suspended member still holds. Admins only.
///
/// # Errors
/// As [`crate::ports::MemberRoles::release_held`].
#[server(prefix = "/api", endpoint = "people/release-held")]
pub async fn release_held(
    /// Whose.
    member: MemberId,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let roles = api::ports()?.member_roles;
    let released = roles.release_held(&viewer, member).await;
    let page = format!("/people/{member}/release");
    let progress = released.map_err(|error| api::redisplay(&page, "release", &[], error))?;
    // To what is released, and its undo. A release of nothing has left no trace.
    let release = progress.filter(|progress| !progress.released_nothing());
    leptos_axum::redirect(&match release {
        Some(progress) => format!("/releases/{}", progress.release),
        None => format!("/people/{member}?done=held-nothing"),
    });
    Ok(())
}
