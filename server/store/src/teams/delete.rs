//! The end of a team.

use super::stranded::{Lost, stranded};
use crate::audit::{self, Change};
use crate::count::clamp;
use crate::{Store, StoreError, notify};
use app::domain::{Admin, AuditAction, AuditSubject, TeamId, Viewer};
use app::error::AppError;
use app::field_errors::FieldErrors;
use app::ports::{AssignmentControl, TeamLoss};
use sentences::page;

/// What deleting it would do.
#[tracing::instrument(name = "db.team.count_loss", skip_all, fields(%team))]
pub(super) async fn loss(
    store: &Store,
    viewer: &Admin,
    team: TeamId,
) -> Result<TeamLoss, StoreError> {
    let row = sqlx::query!(
        r#"select p.id,
                (select count(*) from assignment_request r
                  where r.organization_id = p.organization_id and r.pool_id = p.id and r.state = 'pending') as "pending!"
           from pool p
          where p.organization_id = $1 and p.team_id = $2"#,
        viewer.organization.0,
        team.0,
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    let mut connection = store.pool.acquire().await?;
    let stranded = stranded(&mut connection, viewer.organization, team, Lost::Team).await?;
    drop(connection);
    let fills = store.pool_fills(viewer).await?;
    let fill = fills.iter().find(|fill| fill.pool.0 == row.id);
    Ok(TeamLoss {
        in_pool: fill.map_or(0, |fill| fill.waiting),
        pending: clamp(row.pending),
        stranded,
    })
}

/// Deletes it and its pool. Its row of Assignment Control goes too, so whoever has that page open is notified
/// when they save it.
#[tracing::instrument(name = "db.team.delete", skip_all, fields(%team))]
pub(super) async fn delete(
    store: &Store,
    viewer: &Viewer,
    team: TeamId,
    confirmed: bool,
) -> Result<(), StoreError> {
    let organization = viewer.organization;
    let mut transaction = store.begin().await?;
    sqlx::query!(
        "update organization set assignment_version = assignment_version + 1 where id = $1",
        organization.0,
    )
    .execute(&mut *transaction)
    .await?;
    // Whoever requests from it at this moment comes before, and is denied, or after, and finds no pool.
    let pool: Option<i64> = sqlx::query_scalar!(
        "select id from pool where organization_id = $1 and team_id = $2 for update",
        organization.0,
        team.0,
    )
    .fetch_optional(&mut *transaction)
    .await?;
    let pool = pool.ok_or(AppError::NotFound)?;
    if !confirmed && stranded(&mut transaction, organization, team, Lost::Team).await? > 0 {
        let sentence = page::team_would_leave_campaigns_to_nobody();
        return Err(AppError::Fields(FieldErrors::one("confirmed", sentence)).into());
    }
    sqlx::query!(
        "update assignment_request r
            set state = 'denied', decided_by = $3,
                decided_at = coalesce($4::timestamptz, statement_timestamp()), deleted_team = t.title
           from team t
          where r.organization_id = $1 and r.pool_id = $2 and r.state = 'pending'
            and t.organization_id = $1 and t.id = $5",
        organization.0,
        pool,
        viewer.member.0,
        store.clock.pinned(),
        team.0,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        "update campaign ca set settings_version = settings_version + 1
           from team_campaign tc
          where tc.organization_id = $1 and tc.team_id = $2
            and ca.organization_id = $1 and ca.id = tc.campaign_id",
        organization.0,
        team.0,
    )
    .execute(&mut *transaction)
    .await?;
    // While it still has its name.
    audit::record(
        &mut transaction,
        &store.clock,
        viewer.actor(),
        Change::new(AuditAction::TeamDeleted, AuditSubject::Team(team)),
    )
    .await?;
    sqlx::query!(
        "delete from team where organization_id = $1 and id = $2",
        organization.0,
        team.0,
    )
    .execute(&mut *transaction)
    .await?;
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(())
}
