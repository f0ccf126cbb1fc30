//! The batches of an undo: each gives back what one batch of the release took.

use super::batch::{BATCH_TIMEOUT, BEGIN, MAX_ATTEMPTS};
use super::lease::{End, Lease};
use super::second_pass::undo_batch::give_back;
use crate::database::{RESPOND_WITHIN, answered};
use crate::{Store, StoreError, notify};
use app::domain::{CampaignId, MemberId, ReleaseId, ReleaseKind};

/// What every batch of an undo has in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct UndoRun {
    /// The lease on the undo's own row in the history.
    pub lease: Lease,
    /// The release that it takes back.
    pub undoes: ReleaseId,
    /// What that took.
    pub kind: ReleaseKind,
    /// Who undoes it; `None` = somebody at the command line.
    pub actor: Option<MemberId>,
}

/// Goes through the release's audit in its order. What was given back before has another epoch by now,
/// so that whoever goes on with an abandoned undo may begin at the beginning.
pub(super) async fn undo_batches(store: &Store, work: &UndoRun) -> Result<End, StoreError> {
    let events = answered(RESPOND_WITHIN, released_in(store, work)).await?;
    for event in events {
        let mut attempts = 1;
        let end = loop {
            match answered(BATCH_TIMEOUT, batch(store, work, event)).await {
                Err(error) if error.is_contention() && attempts < MAX_ATTEMPTS => {
                    attempts += 1;
                    answered(RESPOND_WITHIN, work.lease.heartbeat(store)).await?;
                }
                ended => break ended?,
            }
        };
        if let Some(end) = end {
            return Ok(end);
        }
    }
    Ok(End::Finished)
}

/// The rows of the release's audit.
#[tracing::instrument(name = "db.release.released_in", skip_all)]
async fn released_in(store: &Store, work: &UndoRun) -> Result<Vec<i64>, StoreError> {
    Ok(sqlx::query_scalar!(
        "select id from assignment_event
          where organization_id = $1 and release_id = $2 and reason = 'released'
          order by id",
        work.lease.organization.0,
        work.undoes.0,
    )
    .fetch_all(&store.pool)
    .await?)
}

/// One batch, a transaction of its own: gives back one row of the release's audit, or says that the undo is to stop
/// before it.
///
/// Only what nobody touched: nobody holds it, its epoch is the one that the release gave it, it waits as it did, its
/// contact has not opted out, and it is not escalated, unless the release took what is. And only to who may hold it, which
/// is nobody who is suspended. The holder's clock starts anew, or the next release would take it back at once. The notice
/// of what they lost is taken back.
#[tracing::instrument(name = "db.release.undo_batch", skip_all)]
async fn batch(store: &Store, work: &UndoRun, event: i64) -> Result<Option<End>, StoreError> {
    let mut transaction = store.pool.begin_with(BEGIN).await?;
    if let Some(end) = work.lease.check(&mut transaction).await? {
        return Ok(Some(end));
    }
    if work.kind == ReleaseKind::SecondPass {
        let given = give_back(store, &mut transaction, &work.lease, work.actor, event).await?;
        transaction.commit().await?;
        given.notify(store).await;
        return Ok(None);
    }
    let given = sqlx::query!(
        r#"with receiving as materialized (
             -- The lock that a suspension waits for: what is given back here is released by it.
             select m.id
               from member m
              where m.organization_id = $1
                and m.role <> 'suspended'
                and m.id in (select unnest(e.previous_holders)
                               from assignment_event e
                              where e.organization_id = $1 and e.id = $3)
              order by m.id
                for key share
         ), given as (
             update conversation cv
                set assigned_to = lost.holder,
                    released_from = null,
                    released_by = null,
                    held_since = coalesce($2::timestamptz, statement_timestamp()),
                    lease_epoch = cv.lease_epoch + 1
               from assignment_event e
              cross join unnest(e.conversation_ids, e.previous_holders, e.lease_epochs)
                         as lost (id, holder, epoch)
               join release r on r.organization_id = e.organization_id and r.id = e.release_id
               join receiving on receiving.id = lost.holder
              where e.organization_id = $1
                and e.id = $3
                and r.id = $6
                and cv.organization_id = $1
                and cv.id = lost.id
                and cv.lease_epoch = lost.epoch
                and cv.assigned_to is null
                and not cv.opted_out
                -- What was escalated when its holder was suspended is theirs again.
                and (r.kind = 'held' or not cv.escalated)
                and cv.status = any (case r.kind when 'replies' then array['needs_response']
                                                 when 'unsent' then array['needs_message']
                                                 else array['needs_response', 'needs_message']
                                     end::conversation_status[])
             returning cv.id, cv.campaign_id, cv.assigned_to, cv.lease_epoch
         ), by_holder as (
             select assigned_to as holder, count(*) as conversations, array_agg(id order by id) as ids,
                    array_agg(lease_epoch order by id) as epochs, array_agg(distinct campaign_id) as campaigns
               from given
              group by assigned_to
         ), audit as (
             insert into assignment_event
                    (organization_id, reason, conversation_ids, previous_holders, lease_epochs, campaign_ids,
                     new_holder, actor_id, release_id, happened_at)
             select $1, 'given_back', ids, array_fill(null::bigint, array[conversations::int]), epochs, campaigns,
                    holder, $4, $5, coalesce($2::timestamptz, statement_timestamp())
               from by_holder
         ), notice_lowered as (
             update release_notice n
                set conversations = n.conversations - by_holder.conversations
               from by_holder
              where n.organization_id = $1 and n.member_id = by_holder.holder and n.release_id = $6
                and n.conversations > by_holder.conversations
         ), notice_removed as (
             delete from release_notice n
              using by_holder
              where n.organization_id = $1 and n.member_id = by_holder.holder and n.release_id = $6
                and n.conversations <= by_holder.conversations
         ), counted as (
             update release
                set conversations = conversations + (select count(*) from given)
              where organization_id = $1 and id = $5 and state = 'running'
         )
         select distinct campaign_id as "campaign_id!", assigned_to as "holder_id!" from given"#,
        work.lease.organization.0,
        store.clock.pinned(),
        event,
        work.actor.map(|actor| actor.0),
        work.lease.release.0,
        work.undoes.0,
    )
    .fetch_all(&mut *transaction)
    .await?;
    let campaigns = given.iter().map(|row| CampaignId(row.campaign_id));
    let holders = given.iter().map(|row| MemberId(row.holder_id));
    transaction.commit().await?;
    let changed = notify::notices_changed(&store.pool, work.lease.organization, campaigns, holders);
    notify::after_commit(changed).await;
    Ok(None)
}
