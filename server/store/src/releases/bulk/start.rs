//! A bulk action, from its first row in the history.

use super::filter_json::FilterJson;
use super::finish::finish_with_retries;
use super::prepare::name_of;
use super::run::BulkRun;
use super::subject::SubjectRow;
use crate::audit::{self, Change};
use crate::releases::insert::{NewRelease, Terms, insert};
use crate::releases::start::spawn_and_report;
use crate::{Store, StoreError, notify};
use app::domain::{
    AuditAction, AuditSubject, BulkActionId, LeftOut, LeftOutReason, ReleaseKind, ReleaseScope,
    Viewer,
};
use app::error::AppError;
use sentences::page;
use sqlx::types::Json;
use std::collections::BTreeMap;

/// Starts it, once: a second press finds it started.
pub(super) async fn start(
    store: &Store,
    viewer: &Viewer,
    id: BulkActionId,
) -> Result<(), StoreError> {
    if let Some(run) = order(store, viewer, id).await? {
        let worker = store.clone();
        let lease = run.lease;
        let work = async move { finish_with_retries(&worker, &run).await };
        spawn_and_report(store, &lease, work).await?;
    }
    Ok(())
}

/// Writes it into the history. Once that is committed it happens: here, or on another server if this one ends.
#[tracing::instrument(name = "db.bulk_action.start", skip_all, fields(%id))]
pub(super) async fn order(
    store: &Store,
    viewer: &Viewer,
    id: BulkActionId,
) -> Result<Option<BulkRun>, StoreError> {
    let organization = viewer.organization;
    let mut transaction = store.begin().await?;
    let row = sqlx::query!(
        r#"select change, member_id, tag_id, name, filter as "filter: Json<FilterJson>", maker_id, expected,
                  left_out as "left_out: Json<BTreeMap<String, u32>>",
                  counted_at is not null as "counted!", started_at is not null as "started!"
             from bulk_action
            where organization_id = $1 and id = $2
              for update"#,
        organization.0,
        id.0,
    )
    .fetch_optional(&mut *transaction)
    .await?
    .ok_or(AppError::NotFound)?;
    if row.maker_id != viewer.member.0 {
        return Err(AppError::NotAllowed.into());
    }
    if row.started {
        return Ok(None);
    }
    if !row.counted || row.expected == 0 {
        return Err(AppError::Invalid(page::bulk_nothing_to_do().into()).into());
    }
    let subject = SubjectRow {
        id: id.0,
        change: row.change,
        member_id: row.member_id,
        tag_id: row.tag_id,
        name: row.name,
        filter: row.filter,
    };
    let change = subject.change()?;
    // Who was to get them may have been suspended since, and the tag deleted.
    name_of(&mut transaction, organization, change).await?;
    let left_out: Vec<LeftOut> = row
        .left_out
        .iter()
        .map(|(reason, conversations)| LeftOut {
            reason: reason.parse().unwrap_or(LeftOutReason::Newer),
            conversations: *conversations,
        })
        .collect();
    let new = NewRelease {
        organization,
        actor: Some(viewer.member),
        terms: Terms {
            scope: ReleaseScope::Review,
            kind: ReleaseKind::Bulk,
            policy: None,
            suspended: None,
            texted_days_ago: None,
            bulk: Some(id),
        },
        expected: row.expected.unsigned_abs(),
        left_out: &left_out,
    };
    let inserted = insert(&mut transaction, store.clock.pinned(), &new).await?;
    let started = sqlx::query!(
        "update bulk_action
            set started_at = coalesce($3, statement_timestamp())
          where organization_id = $1 and id = $2 and started_at is null",
        organization.0,
        id.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    if started.rows_affected() != 1 {
        return Err(StoreError::Corrupt(format!(
            "bulk action {id} was not started although its row was locked"
        )));
    }
    let subject = AuditSubject::Release(inserted.lease.release);
    let event = Change::new(AuditAction::BulkActionStarted, subject).detail(change.as_str());
    audit::record(&mut transaction, &store.clock, viewer.actor(), event).await?;
    notify::releases_changed(&mut *transaction, organization).await?;
    transaction.commit().await?;
    Ok(Some(BulkRun {
        lease: inserted.lease,
        actor: viewer.member,
        action: id,
        change,
    }))
}
