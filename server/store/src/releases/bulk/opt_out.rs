//! The opt-outs of one part of a bulk action.

use super::run::{BulkRun, Part};
use crate::count::clamp;
use crate::opt_outs::{Source, record_all};
use crate::releases::batch::Released;
use crate::{Store, StoreError};
use sqlx::PgConnection;
use std::collections::BTreeMap;

/// Opts the contacts of a part out, without a goodbye: each number that is not opted out yet, in every campaign of the
/// organization. The history has the conversations that were chosen; others of the same numbers are closed with them.
#[tracing::instrument(name = "db.bulk_action.opt_out", skip_all)]
pub(super) async fn opt_out(
    store: &Store,
    connection: &mut PgConnection,
    run: &BulkRun,
    part: &Part,
) -> Result<Released, StoreError> {
    let organization = run.lease.organization;
    let chosen = sqlx::query!(
        "select co.id, co.cell from contact co where co.organization_id = $1 and co.id = any ($2)",
        organization.0,
        &part.ids,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut cells: Vec<String> = chosen.iter().map(|row| row.cell.clone()).collect();
    cells.sort_unstable();
    cells.dedup();
    // Nothing is locked before: `record_all` locks in its own order.
    let source = Source::Review(run.actor, run.action);
    let recorded = record_all(connection, &store.clock, organization, &cells, source).await?;
    let before: BTreeMap<i64, _> = recorded
        .closed
        .iter()
        .map(|conversation| (conversation.id, conversation))
        .collect();
    let mut ids: Vec<i64> = chosen
        .into_iter()
        .filter(|row| recorded.new.contains(&row.cell) && before.contains_key(&row.id))
        .map(|row| row.id)
        .collect();
    ids.sort_unstable();
    let of = |id: &i64| before.get(id).copied();
    let holders: Vec<Option<i64>> = ids.iter().map(|id| of(id)?.holder).collect();
    let epochs: Vec<i32> = ids.iter().filter_map(|id| Some(of(id)?.epoch)).collect();
    let statuses: Vec<String> = ids
        .iter()
        .filter_map(|id| Some(of(id)?.status.clone()))
        .collect();
    write(store, connection, run, &ids, &holders, &epochs, &statuses).await?;
    Ok(Released {
        organization,
        rows: clamp(i64::try_from(ids.len()).unwrap_or(i64::MAX)),
        campaigns: recorded.campaigns,
        losers: recorded.members,
    })
}

/// Writes them into the audit, and adds to the count of the release.
#[tracing::instrument(name = "db.bulk_action.opt_out_audit", skip_all)]
async fn write(
    store: &Store,
    connection: &mut PgConnection,
    run: &BulkRun,
    ids: &[i64],
    holders: &[Option<i64>],
    epochs: &[i32],
    statuses: &[String],
) -> Result<(), StoreError> {
    if ids.is_empty() {
        return Ok(());
    }
    sqlx::query!(
        "with audit as (
             insert into assignment_event
                    (organization_id, reason, conversation_ids, previous_holders, lease_epochs, campaign_ids,
                     actor_id, release_id, happened_at, previous_statuses)
             select $1, 'changed', $2, $3, $4,
                    array(select distinct cv.campaign_id from conversation cv
                           where cv.organization_id = $1 and cv.id = any ($2)),
                    $6, $7, coalesce($8, statement_timestamp()), $5::text[]::conversation_status[]
         )
         update release
            set conversations = conversations + cardinality($2::bigint[])
          where organization_id = $1 and id = $7 and state = 'running'",
        run.lease.organization.0,
        ids,
        holders as &[Option<i64>],
        epochs,
        statuses,
        run.actor.0,
        run.lease.release.0,
        store.clock.pinned(),
    )
    .execute(connection)
    .await?;
    Ok(())
}
