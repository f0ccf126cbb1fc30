//! What is being typed, kept on the server.

use super::held_before::HELD_BEFORE;
use crate::rules::NOW;
use crate::{Store, StoreError};
use app::domain::{ConversationId, Viewer};
use app::error::AppError;
use const_format::formatcp;
use sentences::page;

/// The longest text that is kept, in characters.
const MAX_CHARACTERS: usize = 2_000;

/// Begins a transaction that hardly waits for others.
const BEGIN_HASTILY: &str = "begin; set local lock_timeout = '100ms'";

/// A conversation of which the texter may keep a draft.
#[derive(sqlx::FromRow)]
struct Drafted {
    /// Whether the texter holds it.
    holds_it: bool,
    /// Whether these words are the last that were said in it, by the texter, as lately as that they are sent once
    /// ([`Locked::was_sent_before`](super::locked::Locked::was_sent_before)).
    was_sent: bool,
}

/// `$1` organization, `$2` clock, `$3` the texter, `$4` conversation, `$5` the words, `$6` whether they review it, as they may
/// any.
pub(crate) const MAY: &str = formatcp!(
    "select cv.assigned_to is not distinct from $3 as holds_it,
            coalesce((select m.sent_by = $3 and m.body = $5
                             and m.created_at > {NOW} - interval '10 minutes'
                        from message m
                       where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                       order by m.id desc
                       limit 1), false) as was_sent
       from conversation cv
      where cv.organization_id = $1 and cv.id = $4
        and ($6 or cv.assigned_to = $3 or {HELD_BEFORE})"
);

/// Keeps a draft, and notes on the conversation that its holder is typing. An empty one is forgotten, and so is one that was
/// sent already: no answer came to its page, which keeps the words, and the next page would send them once more. One of a
/// contact who is deleted at the same moment is refused as that of any other who is not there.
///
/// `reviews`: it was written in Message Review, whose page saves nothing while it is typed. Nobody is typing then, and unless
/// the writer holds the conversation, nobody else is offered the draft.
#[tracing::instrument(name = "db.draft.save", skip_all, fields(%id))]
pub(super) async fn save(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    body: &str,
    reviews: bool,
) -> Result<(), StoreError> {
    if body.chars().count() > MAX_CHARACTERS {
        let sentence = page::draft_is_too_long(&sentences::size(MAX_CHARACTERS));
        return Err(AppError::Invalid(sentence).into());
    }
    let mut transaction = store.begin().await?;
    let Drafted { holds_it, was_sent } = sqlx::query_as(MAY)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(id.0)
        .bind(body.trim())
        .bind(reviews)
        .fetch_optional(&mut *transaction)
        .await?
        .ok_or(AppError::NotFound)?;
    if was_sent || body.trim().is_empty() {
        forget(&mut transaction, viewer, id).await?;
        return Ok(transaction.commit().await?);
    }
    sqlx::query!(
        "insert into draft (organization_id, conversation_id, member_id, body, edited_at, in_review)
         values ($1, $2, $3, $4, coalesce($5, statement_timestamp()), $6)
         on conflict (organization_id, conversation_id, member_id)
         do update set body = excluded.body, edited_at = excluded.edited_at, in_review = excluded.in_review",
        viewer.organization.0,
        id.0,
        viewer.member.0,
        body,
        store.clock.pinned(),
        reviews && !holds_it,
    )
    .execute(&mut *transaction)
    .await
    .map_err(|error| {
        if is_gone(&error) {
            AppError::NotFound.into()
        } else {
            StoreError::from(error)
        }
    })?;
    transaction.commit().await?;
    if holds_it && !reviews {
        match note_typing(store, viewer, id).await {
            // The words are kept; that they are being typed, the next ones say.
            Err(error) if error.is_contention() => {}
            noted => noted?,
        }
    }
    Ok(())
}

/// Keeps the words of a text that is refused, whose transaction is gone, and gives the refusal back; or why they are not kept.
/// Other errors are given back as they are.
pub(super) async fn save_refused(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    body: &str,
    reviews: bool,
    error: StoreError,
) -> StoreError {
    match error {
        refusal @ StoreError::Refused(_) => match save(store, viewer, id, body, reviews).await {
            Ok(()) | Err(StoreError::Refused(AppError::NotFound)) => refusal,
            Err(error) => error,
        },
        blocked if blocked.is_contention() => {
            tracing::warn!(error = ?blocked, conversation = %id, "a text was not sent because somebody holds its conversation locked");
            if let Err(error) = save(store, viewer, id, body, reviews).await {
                tracing::warn!(?error, conversation = %id, "the words of a text that was not sent are not kept as a draft");
            }
            AppError::Busy.into()
        }
        failed => failed,
    }
}

/// Whether the conversation was deleted after it was found.
fn is_gone(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .is_some_and(sqlx::error::DatabaseError::is_foreign_key_violation)
}

/// Notes on the conversation that its holder is typing, unless somebody has it locked for long.
#[tracing::instrument(name = "db.draft.note_typing", skip_all, fields(%id))]
async fn note_typing(store: &Store, viewer: &Viewer, id: ConversationId) -> Result<(), StoreError> {
    let mut transaction = store.begin_with(BEGIN_HASTILY).await?;
    // No rows = it was released meanwhile; then there is nothing to protect.
    sqlx::query!(
        "update conversation
            set draft_edited_at = coalesce($4, statement_timestamp())
          where organization_id = $1 and id = $2 and assigned_to = $3",
        viewer.organization.0,
        id.0,
        viewer.member.0,
        store.clock.pinned(),
    )
    .execute(&mut *transaction)
    .await?;
    Ok(transaction.commit().await?)
}

/// Forgets the viewer's draft; no error if there is none.
#[tracing::instrument(name = "db.draft.forget", skip_all, fields(%id))]
pub(super) async fn forget(
    transaction: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<(), StoreError> {
    sqlx::query!(
        "delete from draft where organization_id = $1 and conversation_id = $2 and member_id = $3",
        viewer.organization.0,
        id.0,
        viewer.member.0,
    )
    .execute(&mut *transaction)
    .await?;
    Ok(())
}
