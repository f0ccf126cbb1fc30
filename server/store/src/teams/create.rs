//! A new team.

use super::title::refuse_taken;
use crate::audit::{self, Change};
use crate::unique_violation::unique_violation;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, OrganizationId, TeamId};
use app::error::AppError;
use sentences::page;
use sqlx::PgConnection;

/// Each is a row of Assignment Control, which is one form.
const MAX_TEAMS: i64 = 200;

/// Creates a team with its pool, in a transaction of its own.
#[tracing::instrument(name = "db.team.create", skip_all, fields(organization = %actor.organization))]
pub(super) async fn create_alone(
    store: &Store,
    actor: AuditActor,
    title: &str,
    priority: i32,
) -> Result<TeamId, StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    let team = create(&mut transaction, organization, title, priority).await?;
    audit::record(
        &mut transaction,
        &store.clock,
        actor,
        Change::new(AuditAction::TeamCreated, AuditSubject::Team(team)),
    )
    .await?;
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(team)
}

/// Creates a team, and its pool of replies, which is disabled until Assignment Control enables it. The
/// caller's transaction decides whether it happens.
///
/// # Errors
/// The title is taken; there are 200 teams; the database.
#[tracing::instrument(name = "db.team.insert", skip_all, fields(%organization))]
pub async fn create(
    tx: &mut PgConnection,
    organization: OrganizationId,
    title: &str,
    priority: i32,
) -> Result<TeamId, StoreError> {
    let taken = page::team_with_this_title_exists();
    refuse_taken(tx, organization, None, title, taken).await?;
    let team: Option<i64> = sqlx::query_scalar!(
        "insert into team (organization_id, title, priority)
         select $1, $2, $3 where (select count(*) from team where organization_id = $1) < $4
         returning id",
        organization.0,
        title,
        priority,
        MAX_TEAMS,
    )
    .fetch_optional(&mut *tx)
    .await
    .map_err(|error| unique_violation(error, taken))?;
    let team =
        team.ok_or_else(|| AppError::Invalid(page::too_many_teams(&MAX_TEAMS.to_string())))?;
    sqlx::query!(
        "insert into pool (organization_id, team_id, enabled) values ($1, $2, false)",
        organization.0,
        team,
    )
    .execute(&mut *tx)
    .await?;
    Ok(TeamId(team))
}
