//! What one batch of the undo of a bulk action takes back.

use super::undo::{ADD_TAG, CLOSE, REASSIGN, REMOVE_TAG};
use super::undo_opt_out::undo_opt_out;
use super::undone::BulkUndo;
use crate::count::clamp;
use crate::releases::batch::Released;
use crate::{Store, StoreError};
use app::domain::{BulkChange, CampaignId, MemberId, OrganizationId};
use sqlx::PgConnection;

#[derive(sqlx::FromRow)]
struct Given {
    conversations: i64,
    campaigns: Vec<i64>,
    members: Vec<i64>,
}

/// Locks the conversations of a row of the audit in the order of their ids, as a bulk action does. A statement of its own,
/// so that the messages and tags that are read after it are those that were waited for.
#[tracing::instrument(name = "db.bulk_action.undo_lock", skip_all)]
async fn lock(
    connection: &mut PgConnection,
    organization: OrganizationId,
    event: i64,
) -> Result<(), StoreError> {
    sqlx::query!(
        "select from conversation cv
          where cv.organization_id = $1
            and cv.id in (select unnest(e.conversation_ids)
                            from assignment_event e
                           where e.organization_id = $1 and e.id = $2)
          order by cv.id
            for update",
        organization.0,
        event,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes back one row of the audit, within a batch's transaction: what nobody has changed since. `None`: it is given back
/// as what any release took.
#[tracing::instrument(name = "db.bulk_action.undo_batch", skip_all)]
pub(in crate::releases) async fn give_back(
    store: &Store,
    connection: &mut PgConnection,
    undo: &BulkUndo,
    event: i64,
) -> Result<Option<Released>, StoreError> {
    let statement = match undo.change {
        BulkChange::Unassign => return Ok(None),
        BulkChange::OptOut => return undo_opt_out(store, connection, undo, event).await.map(Some),
        BulkChange::Reassign(_) => REASSIGN,
        BulkChange::AddTag(_) => ADD_TAG,
        BulkChange::RemoveTag(_) => REMOVE_TAG,
        BulkChange::Close => CLOSE,
    };
    let organization = undo.lease.organization;
    if undo.change == BulkChange::Close || undo.change.tag().is_some() {
        lock(connection, organization, event).await?;
    }
    let given: Given = sqlx::query_as(statement)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .bind(event)
        .bind(undo.actor.map(|actor| actor.0))
        .bind(undo.lease.release.0)
        .bind(undo.undoes.0)
        .bind(undo.change.tag().map(|tag| tag.0))
        .fetch_one(connection)
        .await?;
    Ok(Some(Released {
        organization,
        rows: clamp(given.conversations),
        campaigns: given.campaigns.into_iter().map(CampaignId).collect(),
        losers: given.members.into_iter().map(MemberId).collect(),
    }))
}
