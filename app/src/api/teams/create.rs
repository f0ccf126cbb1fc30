use crate::error::AppError;
use leptos::prelude::*;

/// Creates a team, with a pool that is disabled. Admins only.
///
/// # Errors
/// Fields that are not valid; else as [`crate::ports::Teams::create_team`].
#[server(prefix = "/api", endpoint = "teams/create")]
pub async fn create_team(
    /// What it is called.
    title: String,
    /// The lower, the sooner its pool is offered.
    priority: String,
) -> Result<(), AppError> {
    use crate::api;
    let viewer = api::admin()?;
    let ports = api::ports()?;
    let created = match super::parse::parse(&title, &priority) {
        Ok((title, priority)) => ports.teams.create_team(&viewer, &title, priority).await,
        Err(errors) => Err(AppError::Fields(errors)),
    };
    let fields = [("title", title.as_str()), ("priority", priority.as_str())];
    let team = created.map_err(|error| api::redisplay("/teams", "create", &fields, error))?;
    leptos_axum::redirect(&format!("/teams/{team}?done=created"));
    Ok(())
}
