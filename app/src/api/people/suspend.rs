use crate::domain::MemberId;
use crate::error::AppError;
use leptos::prelude::*;

/// Suspends a member, and releases what they hold if that is ticked. Admins only.
///
/// # Errors
/// As [`crate::ports::MemberRoles::suspend`].
#[server(prefix = "/api", endpoint = "people/suspend")]
pub async fn suspend(
    /// Whom.
    member: MemberId,
    /// The role that the page showed, by the word that the store uses.
    was: String,
    /// Whether everything that they hold is released.
    #[server(default)]
    release: bool,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::Role;
    use crate::ports::Suspension;
    use sentences::page;
    let viewer = api::admin()?;
    let roles = api::ports()?.member_roles;
    let suspended = match was.parse::<Role>() {
        Ok(was) => {
            let suspension = Suspension {
                member,
                was,
                and_release: release,
            };
            roles.suspend(&viewer, suspension).await
        }
        Err(_) => Err(AppError::Invalid(page::form_is_not_valid().into())),
    };
    let ticked = if release { "true" } else { "" };
    let page = format!("/people/{member}/suspend");
    let progress = suspended
        .map_err(|error| api::redisplay(&page, "suspend", &[("release", ticked)], error))?;
    // To what is released, and its undo. A release of nothing has left no trace.
    let release = progress.filter(|progress| !progress.released_nothing());
    leptos_axum::redirect(&match release {
        Some(progress) => format!("/releases/{}", progress.release),
        None => format!("/people/{member}?done=suspended"),
    });
    Ok(())
}
