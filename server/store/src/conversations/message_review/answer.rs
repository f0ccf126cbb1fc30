//! The answer of a reviewer, under the checks of every text, in one transaction with the row locked.

use super::super::draft;
use super::super::locked::{Locked, lock};
use super::super::send::{BEGIN, insert_text, number_to_send_from, refuse_opted_out, text_of};
use super::loss::{Loss, record_loss};
use crate::database::{RESPOND_WITHIN, answered};
use crate::{Store, StoreError, notify, stored_word};
use app::domain::{
    AfterAnswer, CampaignId, ConversationId, ConversationStatus, MemberId, PageState, Viewer,
};
use app::error::AppError;
use sentences::page;

/// Sends, or refuses and keeps the text as the reviewer's draft.
pub(super) async fn answer(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    page: PageState,
    body: &str,
    after: AfterAnswer,
) -> Result<(), StoreError> {
    let body = match text_of(body) {
        // Who has taken out all words of a draft means to keep none.
        Err(refusal) if body.trim().is_empty() => {
            draft::save(store, viewer, id, "", true).await?;
            return Err(refusal.into());
        }
        text => text?,
    };
    let sent = try_answer(store, viewer, id, page, body, after);
    match answered(RESPOND_WITHIN, sent).await {
        Ok(()) => Ok(()),
        Err(error) => Err(draft::save_refused(store, viewer, id, body, true, error).await),
    }
}

#[tracing::instrument(name = "db.message_review.answer", skip_all, fields(%id))]
async fn try_answer(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    page: PageState,
    body: &str,
    after: AfterAnswer,
) -> Result<(), StoreError> {
    let mut transaction = store.begin_with(BEGIN).await?;
    let locked = lock(store, &mut transaction, viewer, id, body).await?;
    if locked.was_sent_before(page, false) {
        // Sent again with another choice of whose it becomes: that was not done.
        if locked.assigned_to != holder_after(viewer, after) {
            return Err(AppError::PageOutdated.into());
        }
        return Ok(transaction.commit().await?);
    }
    locked.review_fence(page)?;
    refuse_opted_out(&locked)?;
    refuse_to_keep(&locked, viewer, after)?;
    let status: ConversationStatus = stored_word(&locked.status)?;
    if status == ConversationStatus::NeedsMessage {
        let sentence = page::first_text_is_its_texters();
        return Err(AppError::Invalid(sentence.into()).into());
    }
    let own_number = number_to_send_from(&mut transaction, viewer, id, &locked, body).await?;
    let loser = hand_over(store, &mut transaction, viewer, id, &locked, status, after).await?;
    insert_text(
        store,
        &mut transaction,
        viewer,
        id,
        &locked,
        status,
        own_number,
        body,
    )
    .await?;
    draft::forget(&mut transaction, viewer, id).await?;
    transaction.commit().await?;
    store.notifier.outbox_filled();
    let campaign = CampaignId(locked.campaign_id);
    store
        .notifier
        .changed(viewer.organization, [campaign], [viewer.member]);
    if let Some(loser) = loser {
        let told = notify::notices_changed(&store.pool, viewer.organization, [campaign], [loser]);
        notify::after_commit(told).await;
    }
    Ok(())
}

/// Refuses to give the reviewer what is escalated to teams that they are not in, as taking it and a bulk action do. What
/// they have already they keep.
fn refuse_to_keep(locked: &Locked, viewer: &Viewer, after: AfterAnswer) -> Result<(), AppError> {
    let has_it = locked.assigned_to == Some(viewer.member.0);
    if after == AfterAnswer::Mine && locked.escalated_elsewhere && !has_it {
        let sentence = page::review_goes_back_to_its_teams();
        return Err(AppError::Invalid(sentence.into()));
    }
    Ok(())
}

/// Who holds it after an answer.
fn holder_after(viewer: &Viewer, after: AfterAnswer) -> Option<i64> {
    match after {
        AfterAnswer::Mine => Some(viewer.member.0),
        AfterAnswer::Pool => None,
    }
}

/// Answers the conversation and gives it to the reviewer or to nobody; who has lost it by that.
#[tracing::instrument(name = "db.message_review.hand_over", skip_all)]
async fn hand_over(
    store: &Store,
    connection: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    locked: &Locked,
    status: ConversationStatus,
    after: AfterAnswer,
) -> Result<Option<MemberId>, StoreError> {
    let before = locked.assigned_to;
    let holder = holder_after(viewer, after);
    let updated = sqlx::query!(
        "update conversation
            set status = $5::text::conversation_status,
                waiting_since = null,
                draft_edited_at = null,
                assigned_to = $3::bigint,
                -- Also where nobody has it then: whoever texts somebody acts on the conversation at that moment, by which a
                -- second pass knows that they were texted lately.
                held_since = coalesce($6, statement_timestamp()),
                released_from = case when $7 then assigned_to else released_from end,
                released_by = case when $7 then null else released_by end,
                escalated_by = case when $7 or $3::bigint is null then null else escalated_by end,
                -- Also where it changes no hands: of two reviewers who look at it, one answers.
                lease_epoch = lease_epoch + 1
          where organization_id = $1 and id = $2 and lease_epoch = $4",
        viewer.organization.0,
        id.0,
        holder,
        locked.lease_epoch,
        status.after_outbound().as_str(),
        store.clock.pinned(),
        before.is_some() && before != holder,
    )
    .execute(&mut *connection)
    .await?;
    if updated.rows_affected() != 1 {
        return Err(AppError::PageOutdated.into());
    }
    if before == holder {
        return Ok(None);
    }
    let event = record(store, connection, viewer, id, locked, holder).await?;
    let loser = before.map(MemberId).filter(|loser| *loser != viewer.member);
    if let Some(loser) = loser {
        let waited = status == ConversationStatus::NeedsResponse;
        let loss = Loss {
            conversation: id,
            loser,
            event,
            waited,
        };
        record_loss(store, connection, viewer, loss).await?;
    }
    Ok(loser)
}

/// Records that it changed hands: the reviewer has taken it, or it was taken from who held it. Which event it is.
#[tracing::instrument(name = "db.message_review.record", skip_all, fields(%id))]
async fn record(
    store: &Store,
    connection: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    locked: &Locked,
    holder: Option<i64>,
) -> Result<i64, StoreError> {
    let event = sqlx::query_scalar!(
        "insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs,
                 new_holder, actor_id, happened_at)
         values ($1, case when $6::bigint is null then 'moved' else 'taken_back' end::assignment_reason,
                 array[$2::bigint], array[$4::bigint], array[$5::integer], $6, $3,
                 coalesce($7, statement_timestamp()))
         returning id",
        viewer.organization.0,
        id.0,
        viewer.member.0,
        locked.assigned_to,
        locked.lease_epoch + 1,
        holder,
        store.clock.pinned(),
    )
    .fetch_one(connection)
    .await?;
    Ok(event)
}
