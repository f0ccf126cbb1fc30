//! A reply that nobody can answer because its campaign is archived, moved to a campaign that runs.

use super::move_lock::lock;
use super::move_refusal;
use crate::audit::{self, Change};
use crate::rules::CAMPAIGN_OPEN;
use crate::{Store, StoreError, notify};
use app::domain::{
    AuditAction, AuditSubject, CampaignId, ConversationId, ConversationStatus, MemberId, Viewer,
};
use app::error::AppError;
use chrono::{DateTime, Utc};
use const_format::formatcp;
use sentences::page;

/// How often it is tried: once more if the contact came to the campaign meanwhile.
const MAX_ATTEMPTS: u32 = 2;

/// What a move depends on, read under the locks. `$1` organization, `$2` conversation, `$3` the campaign that it is
/// to go to; `thread` is the contact's conversation there, if there is one.
pub(crate) const STATE: &str = formatcp!(
    "select cv.status = 'needs_response' as waits, cv.opted_out, cv.waiting_since, cv.assigned_to, cv.campaign_id,
            source.archived_at is not null as archived, {CAMPAIGN_OPEN} as target_open,
            thread.id as thread, thread.assigned_to as thread_holder,
            coalesce(holder.role = 'suspended', false) as is_thread_holder_suspended
       from conversation cv
       join contact co on co.organization_id = cv.organization_id and co.id = cv.id
       join campaign source on source.organization_id = cv.organization_id and source.id = cv.campaign_id
       join campaign ca on ca.organization_id = cv.organization_id and ca.id = $3
       left join contact same on same.organization_id = co.organization_id
                             and same.campaign_id = ca.id
                             and same.cell = co.cell
       left join conversation thread on thread.organization_id = same.organization_id and thread.id = same.id
       left join member holder on holder.organization_id = thread.organization_id and holder.id = thread.assigned_to
      where cv.organization_id = $1 and cv.id = $2"
);

/// Whether a conversation waits on an archived campaign, `source`, and may go to the campaign `$3`, which runs.
const MAY_MOVE: &str = formatcp!(
    "cv.status = 'needs_response'
            and not cv.opted_out
            and source.organization_id = cv.organization_id
            and source.id = cv.campaign_id
            and source.archived_at is not null
            and ca.organization_id = cv.organization_id
            and ca.id = $3
            and {CAMPAIGN_OPEN}"
);

/// The move of the whole thread. `$1` organization, `$2` conversation, `$3` the campaign, `$4` who holds it, `$5` the
/// admin, `$6` clock.
///
/// As by a release it comes into the pool, and whoever lost it can take it back until somebody has requested it. An undo
/// of an earlier release finds another epoch. The texting hours stay those of the contact's zone, also where that was the
/// old campaign's.
pub(crate) const MOVE: &str = formatcp!(
    "with moved as (
         update conversation cv
            set campaign_id = ca.id,
                time_zone_id = coalesce(cv.time_zone_id, nullif(source.time_zone_id, ca.time_zone_id)),
                assigned_to = null,
                released_from = coalesce(cv.assigned_to, cv.released_from),
                released_by = case when cv.assigned_to is null then cv.released_by end,
                escalated_by = case when cv.assigned_to is null then cv.escalated_by end,
                lease_epoch = cv.lease_epoch + 1
           from campaign source, campaign ca
          where cv.organization_id = $1
            and cv.id = $2
            and cv.assigned_to is not distinct from $4
            and {MAY_MOVE}
         returning cv.id, cv.lease_epoch, source.id as source
     ), contact_moved as (
         update contact co
            set campaign_id = $3
           from moved
          where co.organization_id = $1 and co.id = moved.id
         returning co.id
     ), audit as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, campaign_ids,
                 actor_id, happened_at)
         select $1, 'moved', array[id], array[$4::bigint], array[lease_epoch], array[source, $3], $5,
                coalesce($6::timestamptz, statement_timestamp())
           from moved
     )
     select count(*) from contact_moved"
);

/// The move of what the contact wrote since they were last answered into their thread on the other campaign, for which
/// it is a text that came in. `$1` organization, `$2` conversation, `$3` the campaign, `$4` the thread, `$5` since when
/// the contact waits, `$6` the status of what is answered, `$7` whether who holds the thread is suspended, `$8` clock.
///
/// The clock of the holder, who sees it only now, starts now. Who is suspended can answer nobody: then the thread goes into
/// the pool, as when a text comes in.
pub(crate) const MERGE: &str = formatcp!(
    "with settled as (
         update conversation cv
            set status = $6::text::conversation_status,
                waiting_since = null,
                draft_edited_at = null
           from campaign source, campaign ca
          where cv.organization_id = $1
            and cv.id = $2
            and {MAY_MOVE}
         returning cv.id
     ), received as (
         update conversation thread
            set status = 'needs_response',
                waiting_since = least(thread.waiting_since, $5::timestamptz),
                held_since = case when thread.assigned_to is null then thread.held_since
                                  else coalesce($8::timestamptz, statement_timestamp()) end,
                assigned_to = case when not $7 then thread.assigned_to end,
                released_from = case when $7 then thread.assigned_to else thread.released_from end,
                released_by = case when not $7 then thread.released_by end,
                lease_epoch = thread.lease_epoch + $7::boolean::int
           from settled
          where thread.organization_id = $1
            and thread.id = $4
            and thread.campaign_id = $3
            and not thread.opted_out
         returning thread.id, thread.lease_epoch, thread.released_from
     ), audit as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, happened_at)
         select $1, 'released', array[id], array[released_from], array[lease_epoch],
                coalesce($8::timestamptz, statement_timestamp())
           from received
          where $7
     ), carried as (
         update message m
            set conversation_id = received.id
           from settled, received
          where m.organization_id = $1
            and m.conversation_id = settled.id
            and m.direction = 'inbound'
            and m.id > coalesce((select max(answer.id)
                                   from message answer
                                  where answer.organization_id = $1
                                    and answer.conversation_id = $2
                                    and answer.direction = 'outbound'), 0)
     )
     select count(*) from received"
);

#[derive(sqlx::FromRow)]
struct State {
    waits: bool,
    opted_out: bool,
    waiting_since: Option<DateTime<Utc>>,
    assigned_to: Option<i64>,
    campaign_id: i64,
    archived: bool,
    target_open: bool,
    thread: Option<i64>,
    thread_holder: Option<i64>,
    is_thread_holder_suspended: bool,
}

/// Moves it, or refuses with a sentence.
pub(super) async fn move_reply(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    let mut attempts = 1;
    loop {
        match try_move(store, viewer, id, campaign).await {
            Err(StoreError::Database(sqlx::Error::Database(error)))
                if error.is_unique_violation() && attempts < MAX_ATTEMPTS =>
            {
                attempts += 1;
            }
            moved => return moved,
        }
    }
}

#[tracing::instrument(name = "db.conversation.move", skip_all, fields(%id, %campaign))]
async fn try_move(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    campaign: CampaignId,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    lock(&mut transaction, viewer, id, campaign).await?;
    let state: State = sqlx::query_as(STATE)
        .bind(viewer.organization.0)
        .bind(id.0)
        .bind(campaign.0)
        .fetch_optional(&mut *transaction)
        .await?
        .ok_or(AppError::NotFound)?;
    move_refusal::check(state.waits, state.opted_out, state.archived)?;
    if !state.target_open {
        return Err(not_running());
    }
    let moved: i64 = match state.thread {
        None => {
            sqlx::query_scalar(MOVE)
                .bind(viewer.organization.0)
                .bind(id.0)
                .bind(campaign.0)
                .bind(state.assigned_to)
                .bind(viewer.member.0)
                .bind(store.clock.pinned())
                .fetch_one(&mut *transaction)
                .await?
        }
        Some(thread) => {
            sqlx::query_scalar(MERGE)
                .bind(viewer.organization.0)
                .bind(id.0)
                .bind(campaign.0)
                .bind(thread)
                .bind(state.waiting_since)
                .bind(ConversationStatus::NeedsResponse.after_outbound().as_str())
                .bind(state.is_thread_holder_suspended)
                .bind(store.clock.pinned())
                .fetch_one(&mut *transaction)
                .await?
        }
    };
    if moved != 1 {
        // The conversations are locked, so it was one of the campaigns.
        return Err(not_running());
    }
    let change = Change::new(AuditAction::ReplyMoved, AuditSubject::Conversation(id));
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    let holders = state.assigned_to.into_iter().chain(state.thread_holder);
    notify::changed(
        &mut *transaction,
        viewer.organization,
        [CampaignId(state.campaign_id), campaign],
        holders.map(MemberId),
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

fn not_running() -> StoreError {
    AppError::Invalid(page::campaign_no_longer_runs().into()).into()
}
