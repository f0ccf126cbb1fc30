//! Teams by their titles.

use super::super::CommandError;
use app::domain::{OrganizationId, TeamId};
use server_store::Store;

/// The teams of these titles, each once.
///
/// # Errors
/// A title that no team of the organization has.
#[tracing::instrument(name = "db.team.find_by_titles", skip_all)]
pub async fn find_teams(
    store: &Store,
    organization: OrganizationId,
    titles: &[String],
) -> Result<Vec<TeamId>, CommandError> {
    let found: Vec<(i64, String)> =
        sqlx::query_as("select id, title from team where organization_id = $1 and title = any($2)")
            .bind(organization.0)
            .bind(titles)
            .fetch_all(&store.pool)
            .await?;
    let is_missing = |title: &&String| found.iter().all(|(_, found)| found != *title);
    if let Some(title) = titles.iter().find(is_missing) {
        return Err(absent(title, organization));
    }
    Ok(found.into_iter().map(|(id, _)| TeamId(id)).collect())
}

/// The team of this title.
///
/// # Errors
/// No team of the organization has it.
pub(super) async fn find_team(
    store: &Store,
    organization: OrganizationId,
    title: &str,
) -> Result<TeamId, CommandError> {
    let titles = [title.trim().to_owned()];
    let found = find_teams(store, organization, &titles).await?;
    let first = found.into_iter().next();
    first.ok_or_else(|| absent(title, organization))
}

fn absent(title: &str, organization: OrganizationId) -> CommandError {
    CommandError::Refused(format!(
        "There is no team “{title}” in organization {organization}."
    ))
}
