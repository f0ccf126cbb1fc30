use crate::domain::TeamId;
use crate::error::AppError;
use leptos::prelude::*;

/// Deletes a team and its pool. Admins only.
///
/// # Errors
/// As [`crate::ports::Teams::delete_team`].
#[server(prefix = "/api", endpoint = "teams/delete")]
pub async fn delete_team(
    /// Which team.
    team: TeamId,
    /// Also if nobody can take the replies of some campaigns then.
    #[server(default)]
    confirmed: bool,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let teams = api::ports()?.teams;
    let page = format!("/teams/{team}/delete");
    let deleted = teams.delete_team(&viewer, team, confirmed).await;
    deleted.map_err(|error| api::redisplay(&page, "delete", &[], error))?;
    leptos_axum::redirect("/teams?done=deleted");
    Ok(())
}
