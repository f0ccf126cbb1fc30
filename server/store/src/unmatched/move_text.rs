//! A text that belongs to no conversation, moved into the thread of a contact.

use crate::audit::{self, Change};
use crate::rules::{CAMPAIGN_OPEN, NOW};
use crate::{Store, StoreError, notify, stored_word};
use app::domain::{
    AuditAction, AuditSubject, CampaignId, ConversationId, MemberId, UnmatchedId, Viewer,
};
use app::error::AppError;
use const_format::formatcp;
use sentences::page;
use server_message::{InboundText, Keyword, ServiceSid};
use sqlx::PgConnection;

/// The conversation, read under its lock. `$1` organization, `$2` conversation, `$3` the number that the text came to, `$4`
/// whether Twilio carries texts, `$5` the Messaging Service that the number belongs to.
///
/// A thread without messages begins at a sender that is in use, at that of the text if it can: the number, else the
/// Messaging Service.
pub(crate) const STATE: &str = formatcp!(
    "select cv.campaign_id, cv.assigned_to, {CAMPAIGN_OPEN} as campaign_open,
            cv.opted_out or exists (select from opt_out o
                                     where o.organization_id = cv.organization_id and o.cell = co.cell) as opted_out,
            coalesce(holder.role = 'suspended', false) as is_suspended,
            coalesce((select m.own_number
                        from message m
                       where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                       order by m.id desc
                       limit 1),
                     (select s.number
                        from sending_number s
                       where s.organization_id = cv.organization_id
                         and s.out_of_use_at is null
                         and (s.service <> 'twilio' or $4)
                       order by s.number <> $3, s.number is distinct from $5,
                                hashtextextended(co.cell || s.number, 0), s.number
                       limit 1),
                     (select s.number
                        from sending_number s
                       where s.organization_id = cv.organization_id and s.number in ($3, $5)
                       order by s.number <> $3
                       limit 1), $3) as own_number
       from conversation cv
       join contact co on co.organization_id = cv.organization_id and co.id = cv.id
       join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
       left join member holder on holder.organization_id = cv.organization_id and holder.id = cv.assigned_to
      where cv.organization_id = $1 and cv.id = $2"
);

/// The move. `$1` organization, `$2` clock, `$3` the message service, `$4` the text's id there, `$5` conversation, `$6` the
/// number of the thread, `$7` whether its holder is suspended.
///
/// The message keeps the moment at which it came in, and the contact waits since then, as after a move of a reply. The
/// clock of the holder, who sees it only now, starts now. Who is suspended can answer nobody: then it goes into the pool,
/// as when a text comes in.
pub(crate) const MOVE: &str = formatcp!(
    "with written as (
         insert into message (organization_id, conversation_id, direction, body, own_number, created_at)
         select $1, $5, 'inbound', i.body, $6, i.received_at
           from inbound i
          where i.organization_id = $1
            and i.service = $3
            and i.service_sid = $4
            and i.message_id is null
         returning id, created_at
     ), linked as (
         update inbound i
            set message_id = written.id
           from written
          where i.organization_id = $1
            and i.service = $3
            and i.service_sid = $4
            and i.message_id is null
         returning i.message_id
     ), media as (
         update inbound_media media
            set message_id = written.id
           from written
          where media.organization_id = $1
            and media.service = $3
            and media.service_sid = $4
     ), reopened as (
         update conversation cv
            set status = 'needs_response',
                waiting_since = least(cv.waiting_since, written.created_at),
                held_since = case when cv.assigned_to is null then cv.held_since else {NOW} end,
                assigned_to = case when not $7 then cv.assigned_to end,
                released_from = case when $7 then cv.assigned_to else cv.released_from end,
                released_by = case when not $7 then cv.released_by end,
                lease_epoch = cv.lease_epoch + $7::boolean::int
           from written, campaign ca
          where cv.organization_id = $1
            and cv.id = $5
            and not cv.opted_out
            and ca.organization_id = cv.organization_id
            and ca.id = cv.campaign_id
            and {CAMPAIGN_OPEN}
         returning cv.id, cv.lease_epoch, cv.released_from
     ), audit as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs, happened_at)
         select $1, 'released', array[id], array[released_from], array[lease_epoch], {NOW}
           from reopened
          where $7
     )
     select count(*) from reopened, linked"
);

#[derive(sqlx::FromRow)]
struct State {
    campaign_id: i64,
    assigned_to: Option<i64>,
    campaign_open: bool,
    opted_out: bool,
    is_suspended: bool,
    own_number: String,
}

/// Moves it, or refuses with a sentence.
#[tracing::instrument(name = "db.inbound.move", skip_all, fields(%id, %conversation))]
pub(super) async fn move_text(
    store: &Store,
    viewer: &Viewer,
    id: &UnmatchedId,
    conversation: ConversationId,
) -> Result<(), StoreError> {
    let mut transaction = store.begin().await?;
    let text = lock_text(&mut transaction, viewer, id).await?;
    if text.keyword() == Some(Keyword::Stop) {
        return Err(AppError::Invalid(page::stop_word_is_not_moved().into()).into());
    }
    let state = lock_thread(store, &mut transaction, viewer, conversation, &text).await?;
    if state.opted_out {
        return Err(AppError::Invalid(page::opted_out_gets_no_text().into()).into());
    }
    if !state.campaign_open {
        return Err(not_running());
    }
    let moved: i64 = sqlx::query_scalar(MOVE)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(id.service.as_str())
        .bind(id.sid.as_str())
        .bind(conversation.0)
        .bind(&state.own_number)
        .bind(state.is_suspended)
        .fetch_one(&mut *transaction)
        .await?;
    if moved != 1 {
        // Text and conversation are locked, so it was the campaign.
        return Err(not_running());
    }
    let subject = AuditSubject::Conversation(conversation);
    let change = Change::new(AuditAction::UnmatchedTextMoved, subject).detail(&text.from);
    audit::record(&mut transaction, &store.clock, viewer.actor(), change).await?;
    notify::changed(
        &mut *transaction,
        viewer.organization,
        [CampaignId(state.campaign_id)],
        state.assigned_to.map(MemberId),
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

fn not_running() -> StoreError {
    AppError::Invalid(page::contacts_campaign_does_not_run().into()).into()
}

/// Locks the text: of two moves at once the second one finds that it was moved.
#[tracing::instrument(name = "db.inbound.lock", skip_all, fields(%id))]
async fn lock_text(
    transaction: &mut PgConnection,
    viewer: &Viewer,
    id: &UnmatchedId,
) -> Result<InboundText, StoreError> {
    let row = sqlx::query!(
        r#"select from_cell, to_number, messaging_service, body, message_id is not null as "is_moved!"
             from inbound
            where organization_id = $1 and service = $2 and service_sid = $3
              for update"#,
        viewer.organization.0,
        id.service.as_str(),
        &id.sid,
    )
    .fetch_optional(transaction)
    .await?
    .ok_or(AppError::NotFound)?;
    if row.is_moved {
        return Err(AppError::Invalid(page::text_was_moved_already().into()).into());
    }
    Ok(InboundText {
        service: id.service,
        sid: ServiceSid(id.sid.clone()),
        from: row.from_cell,
        to: row.to_number,
        messaging_service: row
            .messaging_service
            .as_deref()
            .map(stored_word)
            .transpose()?,
        body: row.body,
        media: Vec::new(),
        service_keyword: None,
    })
}

/// Locks the conversation, then whoever holds it, and reads it afterwards, so that what is read is what was waited for: a
/// suspension of the holder comes before or after the move.
#[tracing::instrument(name = "db.conversation.lock_for_text", skip_all, fields(%conversation))]
async fn lock_thread(
    store: &Store,
    transaction: &mut PgConnection,
    viewer: &Viewer,
    conversation: ConversationId,
    text: &InboundText,
) -> Result<State, StoreError> {
    sqlx::query!(
        "select from conversation where organization_id = $1 and id = $2 for update",
        viewer.organization.0,
        conversation.0,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        "select from conversation cv
           join member m on m.organization_id = cv.organization_id and m.id = cv.assigned_to
          where cv.organization_id = $1 and cv.id = $2
            for key share of m",
        viewer.organization.0,
        conversation.0,
    )
    .execute(&mut *transaction)
    .await?;
    let state = sqlx::query_as(STATE)
        .bind(viewer.organization.0)
        .bind(conversation.0)
        .bind(&text.to)
        .bind(store.carries_twilio)
        .bind(text.messaging_service())
        .fetch_optional(transaction)
        .await?;
    Ok(state.ok_or(AppError::NotFound)?)
}
