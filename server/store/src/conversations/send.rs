//! Sending a text: every check and the write in one transaction, with the row locked.

use super::draft;
use super::locked::{Fence, Locked, lock};
use super::unfilled::refuse_unfilled;
use crate::database::{RESPOND_WITHIN, answered};
use crate::{Store, StoreError, stored_word};
use app::domain::{CampaignId, ConversationId, ConversationStatus, PageState, TimeOfDay, Viewer};
use app::error::AppError;
use sentences::page;

/// The longest text that the carriers take, in characters.
const MAX_CHARACTERS: usize = 1_600;

/// Sends, or refuses and keeps the text as a draft; `first`: the page takes it for the first text.
pub(super) async fn send(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    page: PageState,
    first: bool,
    body: &str,
) -> Result<(), StoreError> {
    let body = text_of(body)?;
    let sent = try_send(store, viewer, id, page, first, body);
    match answered(RESPOND_WITHIN, sent).await {
        Ok(()) => Ok(()),
        Err(error) => Err(draft::save_refused(store, viewer, id, body, false, error).await),
    }
}

/// The text without the space around it.
///
/// # Errors
/// Empty or too long.
pub(super) fn text_of(body: &str) -> Result<&str, AppError> {
    let body = body.trim();
    if body.is_empty() {
        return Err(AppError::Invalid(page::text_is_empty().into()));
    }
    if body.chars().count() > MAX_CHARACTERS {
        let sentence = page::text_is_too_long(&sentences::size(MAX_CHARACTERS));
        return Err(AppError::Invalid(sentence));
    }
    Ok(body)
}

/// A lock's own limit counts for each of those that stand in line for the row; this one, for all of them together.
pub(super) const BEGIN: &str = "begin; set local statement_timeout = '1500ms'";

#[tracing::instrument(name = "db.conversation.send", skip_all, fields(%id))]
async fn try_send(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    page: PageState,
    first: bool,
    body: &str,
) -> Result<(), StoreError> {
    let mut transaction = store.begin_with(BEGIN).await?;
    let locked = lock(store, &mut transaction, viewer, id, body).await?;
    if locked.was_sent_before(page, first) {
        // Where no answer came back, its page has kept it.
        draft::forget(&mut transaction, viewer, id).await?;
        return Ok(transaction.commit().await?);
    }
    let fence = locked.fence(viewer, page, first)?;
    refuse_opted_out(&locked)?;
    let status: ConversationStatus = stored_word(&locked.status)?;
    if first && status != ConversationStatus::NeedsMessage {
        // Other words were sent, which this page does not know.
        return Err(AppError::PageOutdated.into());
    }
    let own_number = number_to_send_from(&mut transaction, viewer, id, &locked, body).await?;
    let updated = sqlx::query!(
        "update conversation
            set status = $5::text::conversation_status,
                waiting_since = null,
                draft_edited_at = null,
                assigned_to = $3,
                held_since = coalesce($6, statement_timestamp()),
                lease_epoch = lease_epoch + $7
          where organization_id = $1 and id = $2 and lease_epoch = $4
            and (assigned_to = $3 or assigned_to is null)",
        viewer.organization.0,
        id.0,
        viewer.member.0,
        locked.lease_epoch,
        status.after_outbound().as_str(),
        store.clock.pinned(),
        i32::from(fence == Fence::TakesBack),
    )
    .execute(&mut *transaction)
    .await?;
    if updated.rows_affected() != 1 {
        // The fence has judged the row as it is under the lock, so nobody else has it.
        return Err(AppError::PageOutdated.into());
    }
    if fence == Fence::TakesBack {
        record_taken_back(store, &mut transaction, viewer, id, locked.lease_epoch + 1).await?;
    }
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
    Ok(())
}

/// Refuses a text to who does not want any.
pub(super) fn refuse_opted_out(locked: &Locked) -> Result<(), AppError> {
    if locked.opted_out {
        return Err(AppError::OptedOut);
    }
    Ok(())
}

/// The number that the text goes out from, if it may go out now.
///
/// # Errors
/// The campaign does not run, it is outside hours, a field is not filled in, or there is no number.
pub(super) async fn number_to_send_from<'a>(
    connection: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    locked: &'a Locked,
    body: &str,
) -> Result<&'a str, StoreError> {
    if locked.campaign_paused {
        return Err(AppError::Invalid(page::campaign_is_paused().into()).into());
    }
    if !locked.campaign_open {
        return Err(AppError::CampaignClosed.into());
    }
    if !locked.open_now {
        let opens = stored_word::<TimeOfDay>(&locked.opens)?.in_words();
        return Err(AppError::OutsideHours { opens }.into());
    }
    refuse_unfilled(connection, viewer, id, body).await?;
    let own_number = locked.own_number.as_deref();
    Ok(own_number.ok_or_else(|| AppError::Invalid(page::no_phone_number().into()))?)
}

/// Writes the text into its thread and into the outbox, and how long the contact waited for it.
#[expect(
    clippy::too_many_arguments,
    reason = "all of them are columns of one statement"
)]
#[tracing::instrument(name = "db.message.insert_outbound", skip_all, fields(%id))]
pub(super) async fn insert_text(
    store: &Store,
    connection: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    locked: &Locked,
    status: ConversationStatus,
    own_number: &str,
    body: &str,
) -> Result<(), StoreError> {
    let answers_since = locked
        .waiting_since
        .filter(|_| status == ConversationStatus::NeedsResponse);
    // How long the contact waited is written with the answer itself, so that no figure is without it.
    sqlx::query!(
        "with sent as (
             insert into message (organization_id, conversation_id, direction, body, own_number, sent_by, created_at)
             values ($1, $2, 'outbound', $4, $5, $3, coalesce($6, statement_timestamp()))
             returning id, created_at
         ), measured as (
             insert into answer (organization_id, message_id, campaign_id, waited_seconds, auto_release, answered_at)
             select $1, id, $7, greatest(0, floor(extract(epoch from created_at - $8)))::integer, $9, created_at
               from sent
              where $8::timestamptz is not null
         )
         insert into outbox (organization_id, message_id, next_attempt_at)
         select $1, id, created_at from sent",
        viewer.organization.0,
        id.0,
        viewer.member.0,
        body,
        own_number,
        store.clock.pinned(),
        locked.campaign_id,
        answers_since,
        locked.auto_release,
    )
    .execute(connection)
    .await?;
    Ok(())
}

#[tracing::instrument(name = "db.conversation.record_taken_back", skip_all, fields(%id))]
async fn record_taken_back(
    store: &Store,
    transaction: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    lease_epoch: i32,
) -> Result<(), StoreError> {
    sqlx::query!(
        "insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs,
                 new_holder, actor_id, happened_at)
         values ($1, 'taken_back', array[$2::bigint], array[null::bigint], array[$4::integer],
                 $3, $3, coalesce($5, statement_timestamp()))",
        viewer.organization.0,
        id.0,
        viewer.member.0,
        lease_epoch,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    Ok(())
}
