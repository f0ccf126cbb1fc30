//! The batches of an undo: each gives back what one batch of the release took.

use super::batch::{BATCH_TIMEOUT, BEGIN, MAX_ATTEMPTS};
use super::bulk::undo_batch::give_back as give_back_bulk;
use super::bulk::undone::undone;
use super::given_back::{AUDIT, RECEIVING};
use super::lease::{End, Lease};
use super::second_pass::undo_batch::give_back;
use crate::database::{RESPOND_WITHIN, answered, begin_transaction};
use crate::rules::tags_held;
use crate::{Store, StoreError, notify};
use app::domain::{CampaignId, MemberId, ReleaseId, ReleaseKind};
use const_format::formatcp;

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

/// On which campaign something was given back, and to whom.
#[derive(sqlx::FromRow)]
struct Given {
    campaign_id: i64,
    holder_id: i64,
}

/// The holder `lost.holder` may be given it as far as its escalation tags decide, as when it is handed out.
const TAGS_HELD: &str = tags_held!(
    "select tt.tag_id
       from team_member tm
       join team_tag tt on tt.organization_id = tm.organization_id and tt.team_id = tm.team_id
      where tm.organization_id = $1 and tm.member_id = lost.holder"
);

/// `$1` organization, `$2` clock, `$3` the row of the audit, `$4` who undoes, `$5` the undo, `$6` the release. All by keys: a
/// row of the audit names the conversations of one batch.
pub(crate) const GIVE_BACK: &str = formatcp!(
    "with {RECEIVING}, untouched as materialized (
         select cv.id, lost.holder, lost.epoch, wanted.statuses, cv.escalated,
                not cv.escalated or {TAGS_HELD} as may_hold
           from assignment_event e
          cross join unnest(e.conversation_ids, e.previous_holders, e.lease_epochs)
                     as lost (id, holder, epoch)
           join release r on r.organization_id = e.organization_id and r.id = e.release_id
          cross join lateral (select case r.kind when 'replies' then array['needs_response']
                                                 when 'unsent' then array['needs_message']
                                                 when 'bulk' then array['needs_message', 'messaged', 'needs_response',
                                                                        'convo', 'closed']
                                                 else array['needs_response', 'needs_message']
                                     end::conversation_status[] as statuses) wanted
           join receiving on receiving.id = lost.holder
           join conversation cv on cv.organization_id = $1 and cv.id = lost.id
          where e.organization_id = $1
            and e.id = $3
            and r.id = $6
            and cv.lease_epoch = lost.epoch
            and cv.assigned_to is null
            and not cv.opted_out
            and cv.status = any (wanted.statuses)
     ), given as (
         update conversation cv
            set assigned_to = lost.holder,
                released_from = null,
                released_by = null,
                held_since = coalesce($2::timestamptz, statement_timestamp()),
                lease_epoch = cv.lease_epoch + 1
           from untouched lost
          where lost.may_hold
            and cv.organization_id = $1
            and cv.id = lost.id
            -- As it was found: somebody may have changed the row meanwhile.
            and cv.lease_epoch = lost.epoch
            and cv.assigned_to is null
            and not cv.opted_out
            and (lost.escalated or not cv.escalated)
            and cv.status = any (lost.statuses)
         returning cv.id, cv.campaign_id, cv.assigned_to, cv.lease_epoch
     ), {AUDIT}, notice_lowered as (
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
            set conversations = conversations + (select count(*) from given),
                kept_escalated = kept_escalated + (select count(*) from untouched where not may_hold)
          where organization_id = $1 and id = $5 and state = 'running'
     )
     select distinct campaign_id, assigned_to as holder_id from given"
);

/// Goes through the release's audit in its order. What was given back before has another epoch by now,
/// so that whoever goes on with an abandoned undo may begin at the beginning; what may not be given back is counted anew.
pub(super) async fn undo_batches(store: &Store, work: &UndoRun) -> Result<End, StoreError> {
    answered(RESPOND_WITHIN, forget_escalated(store, work)).await?;
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

/// Forgets what an earlier attempt at this undo counted.
#[tracing::instrument(name = "db.release.forget_escalated", skip_all)]
async fn forget_escalated(store: &Store, work: &UndoRun) -> Result<(), StoreError> {
    // No rows: nothing was counted, or the lease is lost, as the first batch will find.
    sqlx::query!(
        "update release
            set kept_escalated = 0
          where organization_id = $1 and id = $2 and lease_epoch = $3 and state = 'running'
            and kept_escalated > 0",
        work.lease.organization.0,
        work.lease.release.0,
        work.lease.epoch,
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}

/// The rows of the release's audit.
#[tracing::instrument(name = "db.release.released_in", skip_all)]
async fn released_in(store: &Store, work: &UndoRun) -> Result<Vec<i64>, StoreError> {
    Ok(sqlx::query_scalar!(
        "select id from assignment_event
          where organization_id = $1 and release_id = $2
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
/// Only what nobody touched: nobody holds it, its epoch is the one that the release gave it, it waits as it did, and its
/// contact has not opted out. And only to who may hold it: to nobody who is suspended, and what is escalated, or has been
/// since, to nobody whose teams do not hold its tags; those of the latter are counted. The holder's clock starts anew, or
/// the next release would take it back at once. The notice of what they lost is taken back.
#[tracing::instrument(name = "db.release.undo_batch", skip_all)]
async fn batch(store: &Store, work: &UndoRun, event: i64) -> Result<Option<End>, StoreError> {
    let mut transaction = begin_transaction(&store.pool, Some(BEGIN)).await?;
    if let Some(end) = work.lease.check(&mut transaction).await? {
        return Ok(Some(end));
    }
    if work.kind == ReleaseKind::SecondPass {
        let given = give_back(store, &mut transaction, &work.lease, work.actor, event).await?;
        transaction.commit().await?;
        given.notify(store).await;
        return Ok(None);
    }
    if work.kind == ReleaseKind::Bulk {
        let (lease, undoes) = (work.lease, work.undoes);
        let undo = undone(&mut transaction, lease, undoes, work.actor).await?;
        let given = give_back_bulk(store, &mut transaction, &undo, event).await?;
        if let Some(given) = given {
            transaction.commit().await?;
            given.notify(store).await;
            return Ok(None);
        }
    }
    let given: Vec<Given> = sqlx::query_as(GIVE_BACK)
        .bind(work.lease.organization.0)
        .bind(store.clock.pinned())
        .bind(event)
        .bind(work.actor.map(|actor| actor.0))
        .bind(work.lease.release.0)
        .bind(work.undoes.0)
        .fetch_all(&mut *transaction)
        .await?;
    let campaigns = given.iter().map(|row| CampaignId(row.campaign_id));
    let holders = given.iter().map(|row| MemberId(row.holder_id));
    transaction.commit().await?;
    let changed = notify::notices_changed(&store.pool, work.lease.organization, campaigns, holders);
    notify::after_commit(changed).await;
    Ok(None)
}
