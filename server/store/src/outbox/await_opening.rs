use super::claim::Claimed;
use super::mark_sent::Mark;
use crate::{Store, StoreError};
use chrono::{DateTime, Utc};

/// Gives a claim back until the contact's texting hours open. The text was surely not taken.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.outbox.await_opening", skip_all, fields(message = %claimed.message))]
pub async fn await_opening(
    store: &Store,
    claimed: &Claimed,
    opens_at: DateTime<Utc>,
) -> Result<Mark, StoreError> {
    let postponed = sqlx::query!(
        "update outbox
         set state = 'queued', next_attempt_at = $4,
             last_error = 'The contact''s texting hours ended before it was sent; it is sent when they open.'
         where organization_id = $1 and message_id = $2
           and state = 'sending' and attempts = $3",
        claimed.organization.0,
        claimed.message.0,
        claimed.attempt,
        opens_at,
    )
    .execute(&store.pool)
    .await?;
    Ok(if postponed.rows_affected() == 1 {
        Mark::Done
    } else {
        Mark::Superseded
    })
}
