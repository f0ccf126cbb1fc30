use super::claim::Claimed;
use crate::{Store, StoreError};
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

/// Marks a text as taken by the service.
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
        "update outbox
         set state = 'sent', service_sid = $4, last_error = null
         where organization_id = $1 and message_id = $2
           and state = 'sending' and attempts = $3",
        claimed.organization.0,
        claimed.message.0,
        claimed.attempt,
        &sid.0,
    )
    .execute(&store.pool)
    .await;
    match marked {
        Ok(done) if done.rows_affected() == 1 => Ok(Mark::Done),
        Ok(_) => Ok(Mark::Superseded),
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Ok(Mark::SidTaken),
        Err(error) => Err(error.into()),
    }
}
