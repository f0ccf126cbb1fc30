use super::claim::Claimed;
use super::mark_sent::Mark;
use crate::{Store, StoreError};
use std::time::Duration;

/// Where a text waits for its next attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Postponed {
    /// It surely was not taken: it is sent again.
    Queued,
    /// It was not taken, because the carrier takes it later: it is sent again, and its number has it on its way until then.
    Deferred,
    /// It may have been taken: the service is asked first.
    Unclear,
}

/// Gives a claim back, to be taken up after `delay`, and says why.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.outbox.postpone", skip_all, fields(message = %claimed.message))]
pub async fn postpone(
    store: &Store,
    claimed: &Claimed,
    to: Postponed,
    delay: Duration,
    reason: &str,
) -> Result<Mark, StoreError> {
    let state = match to {
        Postponed::Queued | Postponed::Deferred => "queued",
        // As if the lease ended then.
        Postponed::Unclear => "sending",
    };
    let postponed = sqlx::query!(
        "update outbox
         set state = $4::text::outbox_state, last_error = $5,
             next_attempt_at = coalesce($6, statement_timestamp()) + $7 * interval '1 second',
             deferred_since = case when $8 then coalesce(deferred_since, $6, statement_timestamp())
                                   else deferred_since end,
             paced_number = case when $8 then $9 else paced_number end
         where organization_id = $1 and message_id = $2
           and state = 'sending' and attempts = $3",
        claimed.organization.0,
        claimed.message.0,
        claimed.attempt,
        state,
        reason,
        store.clock.pinned(),
        delay.as_secs_f64(),
        to == Postponed::Deferred,
        claimed.text.from.as_str(),
    )
    .execute(&store.pool)
    .await?;
    Ok(if postponed.rows_affected() == 1 {
        Mark::Done
    } else {
        Mark::Superseded
    })
}
