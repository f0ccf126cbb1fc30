//! A texter records that a contact wants no more texts.

use super::goodbye::sendable;
use super::held_before::HELD_BEFORE;
use super::last_names::SEES_LAST_NAMES;
use super::send::text_of;
use super::unfilled::unfilled_marks;
use crate::database::BEGIN_PATIENTLY;
use crate::opt_outs::{self, Source};
use crate::{Store, StoreError, notify};
use app::domain::{
    CampaignId, ConversationId, Goodbye, GoodbyeRefusal, OptOutQuestion, PhoneNumber, Role, Viewer,
};
use app::error::AppError;
use const_format::formatcp;

/// The conversation, for who may opt its contact out. `$1` organization, `$2` conversation, `$3` the viewer, `$4`
/// whether they may opt out any.
const THEIRS: &str = formatcp!(
    "from conversation cv
       join contact co on co.organization_id = cv.organization_id and co.id = cv.id
      where cv.organization_id = $1 and cv.id = $2
        and ($4
             or cv.assigned_to = $3
             or {HELD_BEFORE}
             or exists (select from assignment_event e
                         where e.organization_id = cv.organization_id
                           and e.new_holder = $3
                           and cv.id = any(e.conversation_ids)))"
);

/// The cell and the campaign. Parameters as in [`THEIRS`].
pub(crate) const CELL: &str = formatcp!("select co.cell, cv.campaign_id {THEIRS}");

/// Who is asked about. Parameters as in [`THEIRS`].
pub(crate) const ASKED: &str = formatcp!(
    "select concat_ws(' ', co.first_name, case when {SEES_LAST_NAMES} then co.last_name end) as contact, cv.opted_out
       {THEIRS}"
);

#[derive(sqlx::FromRow)]
struct Asked {
    contact: String,
    opted_out: bool,
}

/// What a member is asked before they opt a contact out.
#[tracing::instrument(name = "db.conversation.opt_out_question", skip_all, fields(%id))]
pub(super) async fn question(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<OptOutQuestion, StoreError> {
    let mut connection = store.pool.acquire().await?;
    let asked: Asked = sqlx::query_as(ASKED)
        .bind(viewer.organization.0)
        .bind(id.0)
        .bind(viewer.member.0)
        .bind(viewer.role >= Role::Supervolunteer)
        .fetch_optional(&mut *connection)
        .await?
        .ok_or(AppError::NotFound)?;
    let goodbye = if asked.opted_out {
        None
    } else {
        sendable(store, &mut connection, viewer, id).await?
    };
    Ok(OptOutQuestion {
        contact: asked.contact.trim().to_owned(),
        opted_out: asked.opted_out,
        goodbye: goodbye.and_then(|goodbye| goodbye.body),
    })
}

/// Opts the contact's cell out of everything in the organization. A wish to be left alone is taken from
/// whoever heard it: the holder, whoever held it before (also two holders ago), and those who read all in Message Review. The goodbye, if one is
/// wanted and can go out, is written in the same transaction, by whoever writes the opt-out first. Words that cannot be
/// sent do not hold it up: they stay unsent, and why is given back.
#[tracing::instrument(name = "db.conversation.opt_out", skip_all, fields(%id))]
pub(super) async fn opt_out(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    goodbye: &Goodbye,
) -> Result<Option<GoodbyeRefusal>, StoreError> {
    // Nothing is locked here: `record` locks the cell's conversations in its own order.
    let mut transaction = store.begin_with(BEGIN_PATIENTLY).await?;
    let (cell, campaign): (String, i64) = sqlx::query_as(CELL)
        .bind(viewer.organization.0)
        .bind(id.0)
        .bind(viewer.member.0)
        .bind(viewer.role >= Role::Supervolunteer)
        .fetch_optional(&mut *transaction)
        .await?
        .ok_or(AppError::NotFound)?;
    let cell: PhoneNumber = cell
        .parse()
        .map_err(|error| StoreError::Corrupt(format!("the cell of contact {id}: {error}")))?;
    let affected = opt_outs::record(
        &mut transaction,
        &store.clock,
        viewer.organization,
        &cell,
        Source::Conversation(viewer.member, CampaignId(campaign)),
    )
    .await?;
    // Read after `record`, whose locks let no text in or out of these conversations until the commit.
    let wanted = affected.is_new && *goodbye != Goodbye::None;
    let sendable = if wanted {
        sendable(store, &mut transaction, viewer, id).await?
    } else {
        None
    };
    let refusal = match (&sendable, goodbye) {
        (Some(_), Goodbye::Edited(words)) => refused(&mut transaction, viewer, id, words).await?,
        _ => None,
    };
    let may_go_out = sendable.as_ref().filter(|_| refusal.is_none());
    let sent = may_go_out.and_then(|sendable| {
        let body = match goodbye {
            Goodbye::Edited(words) => words.trim(),
            Goodbye::None | Goodbye::Standard => sendable.body.as_deref()?,
        };
        Some((body, sendable.own_number.as_str()))
    });
    if let Some((body, own_number)) = sent {
        queue(store, &mut transaction, viewer, id, body, own_number).await?;
    }
    let (campaigns, members) = (affected.campaigns, affected.members);
    notify::changed(&mut *transaction, viewer.organization, campaigns, members).await?;
    transaction.commit().await?;
    if sent.is_some() {
        store.notifier.outbox_filled();
    }
    Ok(refusal)
}

/// Why edited words cannot go out, if they cannot.
async fn refused(
    connection: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    words: &str,
) -> Result<Option<GoodbyeRefusal>, StoreError> {
    // They are not blank: that is no goodbye (`Goodbye::of_form`).
    let Ok(words) = text_of(words) else {
        return Ok(Some(GoodbyeRefusal::TooLong));
    };
    let marks = unfilled_marks(connection, viewer, id, words).await?;
    Ok((!marks.is_empty()).then(|| GoodbyeRefusal::Unfilled(marks.join(", "))))
}

/// Writes the goodbye into the thread and the outbox, as a text of the viewer.
#[tracing::instrument(name = "db.message.insert_goodbye", skip_all, fields(%id))]
async fn queue(
    store: &Store,
    connection: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    body: &str,
    own_number: &str,
) -> Result<(), StoreError> {
    sqlx::query!(
        "with sent as (
             insert into message (organization_id, conversation_id, direction, body, own_number, sent_by, created_at)
             values ($1, $2, 'outbound', $4, $5, $3, coalesce($6, statement_timestamp()))
             returning id, created_at
         )
         insert into outbox (organization_id, message_id, next_attempt_at, goodbye)
         select $1, id, created_at, true from sent",
        viewer.organization.0,
        id.0,
        viewer.member.0,
        body,
        own_number,
        store.clock.pinned(),
    )
    .execute(connection)
    .await?;
    Ok(())
}
