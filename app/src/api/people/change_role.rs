use crate::domain::MemberId;
use crate::error::AppError;
use leptos::prelude::*;

/// Gives a member another role. Admins only.
///
/// # Errors
/// As [`crate::ports::MemberRoles::change_role`].
#[server(prefix = "/api", endpoint = "people/change-role")]
pub async fn change_role(
    /// Whose.
    member: MemberId,
    /// What the page showed, by the word that the store uses.
    was: String,
    /// What is chosen, by the same word.
    role: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::domain::Role;
    use crate::ports::NewRole;
    use sentences::page;
    let viewer = api::admin()?;
    let parse = |word: &str| {
        word.parse::<Role>()
            .map_err(|_| AppError::Invalid(page::form_is_not_valid().into()))
    };
    let page = format!("/people/{member}");
    let changed = match (parse(&was), parse(&role)) {
        (Ok(was), Ok(role)) => {
            let change = NewRole { member, was, role };
            let roles = api::ports()?.member_roles;
            let changed = roles.change_role(&viewer, change).await;
            changed.map(|()| role)
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    let fields = [("role", role.as_str())];
    let role = changed.map_err(|error| api::redisplay(&page, "role", &fields, error))?;
    let gives_up = member == viewer.member && role < Role::Admin;
    leptos_axum::redirect(&if gives_up {
        // They may not see that page any more.
        "/".to_owned()
    } else {
        format!("{page}?done=role")
    });
    Ok(())
}
