//! The opt-outs of one part of a bulk action.

use super::run::{BulkRun, Part};
use crate::opt_outs::{Closed, Source, record_all};
use crate::releases::batch::Released;
use crate::{Store, StoreError};
use sqlx::PgConnection;

/// Opts the contacts of a part out, without a goodbye: each number that is not opted out yet, in every campaign of the
/// organization. The history has the conversations that were chosen; others of the same numbers, which are closed with
/// them, are kept beside them for the undo.
#[tracing::instrument(name = "db.bulk_action.opt_out", skip_all)]
pub(super) async fn opt_out(
    store: &Store,
    connection: &mut PgConnection,
    run: &BulkRun,
    part: &Part,
) -> Result<Released, StoreError> {
    let organization = run.lease.organization;
    let rows = sqlx::query!(
        "select co.id, co.cell from contact co where co.organization_id = $1 and co.id = any ($2) order by co.id",
        organization.0,
        &part.ids,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut cells: Vec<String> = rows.iter().map(|row| row.cell.clone()).collect();
    cells.sort_unstable();
    cells.dedup();
    let chosen: Vec<i64> = rows.into_iter().map(|row| row.id).collect();
    // Nothing is locked before: `record_all` locks in its own order.
    let source = Source::Review(run.actor, run.action);
    let recorded = record_all(connection, &store.clock, organization, &cells, source).await?;
    // What was closed is what the undo opens again, whoever chose it.
    let is_chosen = |conversation: &Closed| chosen.binary_search(&conversation.id).is_ok();
    let mut closed = recorded.closed;
    closed.retain(|conversation| recorded.new.contains(&conversation.cell));
    closed.sort_unstable_by_key(|conversation| conversation.id);
    let (closed, siblings): (Vec<Closed>, Vec<Closed>) = closed.into_iter().partition(is_chosen);
    write(store, connection, run, &closed, &siblings).await?;
    Ok(Released {
        organization,
        rows: u32::try_from(closed.len()).unwrap_or(u32::MAX),
        campaigns: recorded.campaigns,
        losers: recorded.members,
    })
}

/// Writes those that were chosen into the audit, with the others of their numbers, and adds them to the count of the
/// release.
#[tracing::instrument(name = "db.bulk_action.opt_out_audit", skip_all)]
async fn write(
    store: &Store,
    connection: &mut PgConnection,
    run: &BulkRun,
    closed: &[Closed],
    siblings: &[Closed],
) -> Result<(), StoreError> {
    if closed.is_empty() {
        return Ok(());
    }
    let holders: Vec<Option<i64>> = closed
        .iter()
        .map(|conversation| conversation.holder)
        .collect();
    sqlx::query!(
        "with audit as (
             insert into assignment_event
                    (organization_id, reason, conversation_ids, previous_holders, lease_epochs, campaign_ids,
                     actor_id, release_id, happened_at, previous_statuses, sibling_ids, sibling_epochs,
                     sibling_statuses)
             select $1, 'changed', $2, $3, $4,
                    array(select distinct cv.campaign_id from conversation cv
                           where cv.organization_id = $1 and cv.id = any ($2)),
                    $6, $7, coalesce($8, statement_timestamp()), $5::text[]::conversation_status[], $9, $10,
                    $11::text[]::conversation_status[]
         )
         update release
            set conversations = conversations + cardinality($2::bigint[])
          where organization_id = $1 and id = $7 and state = 'running'",
        run.lease.organization.0,
        &ids(closed),
        &holders as &[Option<i64>],
        &epochs(closed),
        &statuses(closed),
        run.actor.0,
        run.lease.release.0,
        store.clock.pinned(),
        &ids(siblings),
        &epochs(siblings),
        &statuses(siblings),
    )
    .execute(connection)
    .await?;
    Ok(())
}

fn ids(closed: &[Closed]) -> Vec<i64> {
    closed.iter().map(|conversation| conversation.id).collect()
}

fn epochs(closed: &[Closed]) -> Vec<i32> {
    closed
        .iter()
        .map(|conversation| conversation.epoch)
        .collect()
}

fn statuses(closed: &[Closed]) -> Vec<String> {
    let statuses = closed.iter();
    statuses
        .map(|conversation| conversation.status.clone())
        .collect()
}
