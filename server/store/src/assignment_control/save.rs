//! Saving Assignment Control.

use super::before::Before;
use crate::audit::{self, Change};
use crate::{Store, StoreError, notify};
use app::domain::{AuditAction, AuditActor, AuditSubject};
use app::error::AppError;
use app::ports::{PoolSettings, RequestRules};

/// Saves all of it, if nobody did since `version`; texters' forms hear of it.
#[tracing::instrument(name = "db.assignment.save", skip_all, fields(organization = %actor.organization))]
pub(super) async fn save(
    store: &Store,
    actor: AuditActor,
    version: i32,
    rules: &RequestRules,
    pools: &[PoolSettings],
) -> Result<(), StoreError> {
    let organization = actor.organization;
    let mut transaction = store.begin().await?;
    // Of the version that is saved over, or nothing is saved.
    let before = Before::read(&mut transaction, organization).await?;
    // The version in the `where`: of two admins who save at once, the second one changes no row.
    let saved = sqlx::query!(
        "update organization
            set requests_enabled = $3,
                requests_disabled_message = $4,
                default_approval_level = $5::text::approval_level,
                finish_replies_first = $6,
                most_open_replies = $7,
                most_texts_per_day = $8,
                assignment_version = assignment_version + 1
          where id = $1 and assignment_version = $2",
        organization.0,
        version,
        rules.requests_enabled,
        &rules.requests_disabled_message,
        rules.default_approval_level.as_str(),
        rules.finish_replies_first,
        rules.most_open_replies,
        rules.most_texts_per_day,
    )
    .execute(&mut *transaction)
    .await?;
    if saved.rows_affected() != 1 {
        return Err(AppError::SavedMeanwhile.into());
    }
    let column = |of: fn(&PoolSettings) -> i64| pools.iter().map(of).collect::<Vec<_>>();
    let kinds: Vec<&str> = pools.iter().map(|pool| pool.kind.as_str()).collect();
    let enabled: Vec<bool> = pools.iter().map(|pool| pool.enabled).collect();
    let changed = sqlx::query!(
        "update pool
            set enabled = given.enabled, kind = given.kind::pool_kind, max_per_request = given.most
           from unnest($2::bigint[], $3::boolean[], $4::text[], $5::bigint[]) as given (id, enabled, kind, most)
          where pool.organization_id = $1 and pool.id = given.id",
        organization.0,
        &column(|pool| pool.pool.0),
        &enabled,
        &kinds as &[&str],
        &column(|pool| pool.max_per_request.into()),
    )
    .execute(&mut *transaction)
    .await?;
    // One that is not there: another organization's. That a team was deleted has changed the version.
    if changed.rows_affected() != pools.len() as u64 {
        return Err(AppError::NotFound.into());
    }
    let differences = before.differences(rules, pools);
    let change = Change::new(AuditAction::AssignmentSaved, AuditSubject::Organization);
    let change = change.detail(differences.detail());
    audit::record(&mut transaction, &store.clock, actor, change).await?;
    notify::settings_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(())
}
