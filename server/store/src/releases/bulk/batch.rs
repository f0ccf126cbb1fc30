//! The batches of a bulk action: each is one part of what was counted, in one commit.

use super::change::{ADD_TAG, CLOSE, REASSIGN, REMOVE_TAG, UNASSIGN};
use super::judge;
use super::opt_out::opt_out;
use super::run::{BulkRun, Part};
use crate::count::clamp;
use crate::database::{RESPOND_WITHIN, answered, begin_transaction};
use crate::releases::batch::{BATCH_TIMEOUT, BEGIN, MAX_ATTEMPTS, Released};
use crate::releases::lease::End;
use crate::{Store, StoreError};
use app::domain::{BulkChange, CampaignId, MemberId};
use sqlx::PgConnection;

#[derive(sqlx::FromRow)]
struct Row {
    conversations: i64,
    campaigns: Vec<i64>,
    members: Vec<i64>,
}

/// Goes through the parts. What was changed before is not changed again, so that whoever goes on with an abandoned one may
/// begin at the beginning.
pub(super) async fn batches(store: &Store, run: &BulkRun) -> Result<End, StoreError> {
    let mut part = 0;
    let mut attempts = 1;
    loop {
        match answered(BATCH_TIMEOUT, batch(store, run, part)).await {
            Ok(None) => (part, attempts) = (part + 1, 1),
            Ok(Some(end)) => return Ok(end),
            Err(error) if error.is_contention() && attempts < MAX_ATTEMPTS => {
                attempts += 1;
                answered(RESPOND_WITHIN, run.lease.heartbeat(store)).await?;
            }
            Err(error) => return Err(error),
        }
    }
}

/// Changes one part, in a transaction of its own; whether it is to stop instead.
#[tracing::instrument(name = "db.bulk_action.batch_transaction", skip_all, fields(part))]
async fn batch(store: &Store, run: &BulkRun, part: i32) -> Result<Option<End>, StoreError> {
    let mut transaction = begin_transaction(&store.pool, Some(BEGIN)).await?;
    if let Some(end) = run.lease.check(&mut transaction).await? {
        return Ok(Some(end));
    }
    let Some(part) = find_part(&mut transaction, run, part).await? else {
        return Ok(Some(End::Finished));
    };
    let changed = if run.change == BulkChange::OptOut {
        opt_out(store, &mut transaction, run, &part).await?
    } else {
        lock(&mut transaction, run, &part).await?;
        change(store, &mut transaction, run, &part).await?
    };
    transaction.commit().await?;
    if changed.rows > 0 {
        changed.notify(store).await;
    }
    Ok(None)
}

#[tracing::instrument(name = "db.bulk_part.find", skip_all)]
async fn find_part(
    connection: &mut PgConnection,
    run: &BulkRun,
    part: i32,
) -> Result<Option<Part>, StoreError> {
    Ok(sqlx::query_as!(
        Part,
        "select conversation_ids as ids, lease_epochs as epochs, last_messages
           from bulk_part
          where organization_id = $1 and bulk_action_id = $2 and part = $3",
        run.lease.organization.0,
        run.action.0,
        part,
    )
    .fetch_optional(connection)
    .await?)
}

/// Locks them in the order of their ids, as an opt-out does. A statement of its own, so that what is read after it is what
/// was waited for: messages and tags too, which an `update` that waits for a row would not look at again.
#[tracing::instrument(name = "db.bulk_action.lock", skip_all)]
async fn lock(connection: &mut PgConnection, run: &BulkRun, part: &Part) -> Result<(), StoreError> {
    sqlx::query!(
        "select from conversation cv
          where cv.organization_id = $1 and cv.id = any ($2)
          order by cv.id
            for update",
        run.lease.organization.0,
        &part.ids,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Changes what is still to be changed, writes who lost it, and adds to the count.
#[tracing::instrument(name = "db.bulk_action.batch", skip_all)]
async fn change(
    store: &Store,
    connection: &mut PgConnection,
    run: &BulkRun,
    part: &Part,
) -> Result<Released, StoreError> {
    let statement = match run.change {
        BulkChange::Reassign(_) => REASSIGN,
        BulkChange::Unassign => UNASSIGN,
        BulkChange::AddTag(_) => ADD_TAG,
        BulkChange::RemoveTag(_) => REMOVE_TAG,
        BulkChange::Close | BulkChange::OptOut => CLOSE,
    };
    let row: Row = sqlx::query_as(statement)
        .bind(run.lease.organization.0)
        .bind(store.clock.pinned())
        .bind(judge::about(run.change))
        .bind(&part.ids)
        .bind(&part.epochs)
        .bind(&part.last_messages)
        .bind(run.actor.0)
        .bind(run.lease.release.0)
        .fetch_one(connection)
        .await?;
    let members = row.members.into_iter().map(MemberId);
    Ok(Released {
        organization: run.lease.organization,
        rows: clamp(row.conversations),
        campaigns: row.campaigns.into_iter().map(CampaignId).collect(),
        losers: members.chain(run.change.member()).collect(),
    })
}
