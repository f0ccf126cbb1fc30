//! One escalated conversation that a member takes from the list, by the rules of a hand-out.

use super::create::refusal;
use super::eligibility::eligibility;
use crate::rules::{
    CAMPAIGN_OPEN, ESCALATED_AND_WAITING, ESCALATED_IN_POOL, ESCALATED_TIME_TO_SEND, JUDGED_TABLES,
    MEMBER_HOLDS_TAGS, NOW, OPEN_TO_MEMBER, ZONES,
};
use crate::{Store, StoreError, stored_word};
use app::domain::{CampaignId, ConversationId, MemberId, PoolKind, Role, TimeOfDay, Viewer};
use app::error::AppError;
use const_format::formatcp;
use sentences::page;
use sqlx::PgConnection;

/// The whole rule, and the change with its audit. `$1` organization, `$2` clock, `$3` the member, `$4` conversation.
///
/// No pool is asked: a pool says who may request what nobody chose, and this is chosen by who handles its tag.
pub(crate) const TAKE: &str = formatcp!(
    "with taken as (
         update conversation cv
            set assigned_to = $3,
                held_since = {NOW},
                lease_epoch = cv.lease_epoch + 1
           from campaign ca, {ZONES} zone
          where cv.organization_id = $1
            and cv.id = $4
            and {ESCALATED_IN_POOL}
            and {MEMBER_HOLDS_TAGS}
            and ca.organization_id = cv.organization_id
            and ca.id = cv.campaign_id
            and {CAMPAIGN_OPEN}
            and ca.auto_assign
            and {OPEN_TO_MEMBER}
            and zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
            and {ESCALATED_TIME_TO_SEND}
         returning cv.id, cv.campaign_id, cv.lease_epoch, cv.released_from
     ), audit as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, new_holder, actor_id,
                 happened_at)
         select $1, 'requested', array[id], array[null::bigint], array[lease_epoch], $3, $3, {NOW}
           from taken
     )
     select campaign_id, released_from from taken"
);

/// What decides whether it can be taken, for the sentence that says why not. Parameters as of [`TAKE`].
pub(crate) const STATE: &str = formatcp!(
    "select cv.assigned_to, {ESCALATED_AND_WAITING} as is_escalated,
            {MEMBER_HOLDS_TAGS} and {OPEN_TO_MEMBER} as is_theirs,
            cv.status = 'needs_message' as unsent, {CAMPAIGN_OPEN} as campaign_open, ca.auto_assign,
            {ESCALATED_TIME_TO_SEND} as time_to_send, to_char(ca.texting_from, 'HH24:MI') as opens
       from {JUDGED_TABLES}
      where cv.organization_id = $1 and cv.id = $4"
);

#[derive(sqlx::FromRow)]
struct State {
    assigned_to: Option<i64>,
    is_escalated: bool,
    is_theirs: bool,
    unsent: bool,
    campaign_open: bool,
    auto_assign: bool,
    time_to_send: bool,
    opens: String,
}

impl State {
    fn kind(&self) -> PoolKind {
        if self.unsent {
            PoolKind::Initials
        } else {
            PoolKind::Replies
        }
    }

    /// Refuses what cannot be taken, and says why.
    fn refuse(&self, viewer: &Viewer) -> Result<(), StoreError> {
        let sentence = if !self.is_theirs && viewer.role < Role::Admin {
            return Err(AppError::NotFound.into());
        } else if !self.is_theirs {
            page::only_its_teams_take_it().to_owned()
        } else if !self.is_escalated {
            page::escalated_no_more().to_owned()
        } else if self.assigned_to.is_some() {
            page::escalated_is_taken().to_owned()
        } else if !self.campaign_open {
            page::its_campaign_does_not_run().to_owned()
        } else if !self.auto_assign {
            page::its_campaign_hands_nothing_out().to_owned()
        } else if !self.time_to_send {
            let opens: TimeOfDay = stored_word(&self.opens)?;
            page::not_taken_outside_hours(&opens.in_words())
        } else {
            return Ok(());
        };
        Err(AppError::Invalid(sentence).into())
    }
}

/// Gives it to the viewer, or refuses with a sentence. What they have already they keep.
#[tracing::instrument(name = "db.conversation.take_escalated", skip_all, fields(%id))]
pub(crate) async fn take_escalated(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<(), StoreError> {
    let mut tx = store.begin().await?;
    lock_taker(&mut tx, viewer).await?;
    let state = state(store, &mut tx, viewer, id).await?;
    if state.assigned_to == Some(viewer.member.0) {
        return Ok(());
    }
    state.refuse(viewer)?;
    let clock = store.clock.pinned();
    let eligibility = eligibility(&mut *tx, clock, viewer.organization, viewer.member)
        .await?
        .ok_or(AppError::NotAllowed)?;
    if let Some(why) = eligibility.closed_for(state.kind()) {
        return Err(refusal(&why).into());
    }
    let (campaign, before) = take(store, &mut tx, viewer, id).await?;
    tx.commit().await?;
    let members = before.into_iter().chain([viewer.member]);
    store
        .notifier
        .notices_changed(viewer.organization, [campaign], members);
    Ok(())
}

/// Locks the member so that a suspension comes before or after it, as with a hand-out, and that of two takes the second one
/// counts what the first has given them.
#[tracing::instrument(name = "db.member.lock_to_take", skip_all)]
async fn lock_taker(tx: &mut PgConnection, viewer: &Viewer) -> Result<(), StoreError> {
    sqlx::query!(
        "select from member
          where organization_id = $1 and id = $2 and role <> 'suspended'
            for no key update",
        viewer.organization.0,
        viewer.member.0,
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The campaign, and who had lost it.
#[tracing::instrument(name = "db.conversation.take_escalated_row", skip_all)]
async fn take(
    store: &Store,
    tx: &mut PgConnection,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<(CampaignId, Option<MemberId>), StoreError> {
    let taken: Option<(i64, Option<i64>)> = sqlx::query_as(TAKE)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(id.0)
        .fetch_optional(&mut *tx)
        .await?;
    match taken {
        Some((campaign, before)) => Ok((CampaignId(campaign), before.map(MemberId))),
        // It changed since it was read.
        None => {
            let state = state(store, tx, viewer, id).await?;
            state.refuse(viewer)?;
            Err(AppError::Busy.into())
        }
    }
}

#[tracing::instrument(name = "db.conversation.escalated_state", skip_all, fields(%id))]
async fn state(
    store: &Store,
    tx: &mut PgConnection,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<State, StoreError> {
    let state = sqlx::query_as(STATE)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(id.0)
        .fetch_optional(tx)
        .await?;
    Ok(state.ok_or(AppError::NotFound)?)
}
