//! The title and the priority of a team.

use super::title::refuse_taken;
use crate::audit::{self, Change, Differences};
use crate::unique_violation::unique_violation;
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject, TeamId};
use app::error::AppError;
use app::ports::TeamBasics;
use sentences::page;

/// Saves them, if they still are what they `were`; nothing happens if they are the same.
#[tracing::instrument(name = "db.team.save", skip_all, fields(%team))]
pub(super) async fn save(
    store: &Store,
    actor: AuditActor,
    team: TeamId,
    were: &TeamBasics,
    basics: &TeamBasics,
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    let now = sqlx::query_as!(
        TeamBasics,
        "select title, priority from team where organization_id = $1 and id = $2 for no key update",
        organization.0,
        team.0,
    );
    let now = now.fetch_optional(&mut *transaction).await?;
    let now = now.ok_or(AppError::NotFound)?;
    if now == *basics {
        return Ok(());
    }
    if now != *were {
        return Err(AppError::SavedMeanwhile.into());
    }
    let taken = page::another_team_has_this_title();
    // One that has its title from before keeps it.
    if now.title != basics.title {
        let title = &basics.title;
        refuse_taken(&mut transaction, organization, Some(team), title, taken).await?;
    }
    sqlx::query!(
        "update team set title = $3, priority = $4 where organization_id = $1 and id = $2",
        organization.0,
        team.0,
        basics.title,
        basics.priority,
    )
    .execute(&mut *transaction)
    .await
    .map_err(|error| unique_violation(error, taken))?;
    let mut differences = Differences::default();
    differences.note("title", &now.title, &basics.title);
    differences.note_option("priority", Some(&now.priority), Some(&basics.priority));
    let change = Change::new(AuditAction::TeamSaved, AuditSubject::Team(team));
    let change = change.detail(differences.detail());
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(())
}
