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
    /// The title that the page was opened with.
    #[server(default)]
    was_title: String,
    /// The priority that the page was opened with.
    #[server(default)]
    was_priority: i32,
    /// What it is called.
    title: String,
    /// The lower, the sooner its pool is offered.
    priority: String,
) -> Result<(), AppError> {
    use crate::api;
    use crate::ports::TeamBasics;
    let viewer = api::admin()?;
    let ports = api::ports()?;
    let were = TeamBasics {
        title: was_title,
        priority: was_priority,
    };
    let saved = match super::parse::parse(&title, &priority) {
        Ok((title, priority)) => {
            let basics = TeamBasics { title, priority };
            ports.teams.save_team(&viewer, team, &were, &basics).await
        }
        Err(errors) => Err(AppError::Fields(errors)),
    };
    let page = format!("/teams/{team}");
    saved.map_err(|error| {
        let was_priority = were.priority.to_string();
        let fields = [
            ("title", were.title.as_str(), title.as_str()),
            ("priority", was_priority.as_str(), priority.as_str()),
        ];
        api::redisplay_changes(&page, "save", &fields, error)
    })?;
    leptos_axum::redirect(&format!("{page}?done=saved"));
    Ok(())
}
