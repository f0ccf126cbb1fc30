use crate::domain::TeamId;
use crate::error::AppError;
use leptos::prelude::*;

/// Saves a team's title and priority. Admins only.
///
/// # Errors
/// Fields that are not valid; else as [`crate::ports::Teams::save_team`].
#[server(prefix = "/api", endpoint = "teams/save")]
pub async fn save_team(
    /// Which team.
    team: TeamId,
    /// What it is called.
    title: String,
    /// The lower, the sooner its pool is offered.
    priority: String,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let ports = api::ports()?;
    let saved = match super::parse::parse(&title, &priority) {
        Ok((title, priority)) => ports.teams.save_team(&viewer, team, &title, priority).await,
        Err(errors) => Err(AppError::Fields(errors)),
    };
    let page = format!("/teams/{team}");
    let fields = [("title", title.as_str()), ("priority", priority.as_str())];
    saved.map_err(|error| api::redisplay(&page, "save", &fields, error))?;
    leptos_axum::redirect(&format!("{page}?done=saved"));
    Ok(())
}
