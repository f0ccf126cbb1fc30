use crate::domain::TeamId;
use crate::error::AppError;
use leptos::prelude::*;

/// Makes an invite link, and goes to its page. Admins only.
///
/// # Errors
/// Fields that are not valid; else as [`crate::ports::Invites::create_invite`].
#[server(prefix = "/api", endpoint = "invites/create")]
pub async fn create_invite(
    /// What those who join may do.
    role: String,
    /// The teams that they are put on.
    #[server(default)]
    teams: Vec<TeamId>,
    /// Their approval level; empty: the organization's default.
    #[server(default)]
    level: String,
    /// For how many days.
    days: String,
    /// How many may join; empty: without limit.
    #[server(default)]
    uses: String,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let ports = api::ports()?;
    let chosen: Vec<String> = teams.iter().map(ToString::to_string).collect();
    let parsed = super::parse::parse(viewer.role, teams, [&role, &level, &days, &uses]);
    let created = match parsed {
        Ok(new) => ports.invites.create_invite(&viewer, &new).await,
        Err(errors) => Err(AppError::Fields(errors)),
    };
    let fields = [
        ("role", role.as_str()),
        ("level", &level),
        ("days", &days),
        ("uses", &uses),
        ("teams", &chosen.join(",")),
    ];
    let invite =
        created.map_err(|error| api::redisplay("/people/invites/new", "invite", &fields, error))?;
    leptos_axum::redirect(&format!("/people/invites/{invite}?done=made"));
    Ok(())
}
