use super::claim::Claimed;
use crate::{Store, StoreError};
use app::domain::{ConversationId, MemberId};
use server_message::ServiceSid;

/// What became of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The row says so now.
    Done,
    /// The lease ended and another claimed the row; it is theirs, and nothing was written.
    Superseded,
    /// That id belongs to another message: it was not this one that the service took.
    SidTaken,
}

/// Marks a text as taken by the service, and tells the page of its conversation.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.outbox.mark_sent", skip_all, fields(message = %claimed.message))]
pub async fn mark_sent(
    store: &Store,
    claimed: &Claimed,
    sid: &ServiceSid,
) -> Result<Mark, StoreError> {
    let marked = sqlx::query!(
        "update outbox x
         set state = 'sent', service_sid = $4, last_error = null,
             sent_at = coalesce($5, statement_timestamp())
         from message m
         join conversation cv on cv.organization_id = m.organization_id and cv.id = m.conversation_id
         where x.organization_id = $1 and x.message_id = $2
           and x.state = 'sending' and x.attempts = $3
           and m.organization_id = x.organization_id and m.id = x.message_id
         returning cv.id, coalesce(cv.assigned_to, cv.released_from, m.sent_by) as reader",
        claimed.organization.0,
        claimed.message.0,
        claimed.attempt,
        &sid.0,
        store.clock.pinned(),
    )
    .fetch_optional(&store.pool)
    .await;
    match marked {
        Ok(Some(text)) => {
            if let Some(reader) = text.reader {
                let about = (MemberId(reader), ConversationId(text.id));
                store
                    .notifier
                    .delivery_reported(claimed.organization, about);
            }
            Ok(Mark::Done)
        }
        Ok(None) => Ok(Mark::Superseded),
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Ok(Mark::SidTaken),
        Err(error) => Err(error.into()),
    }
}
