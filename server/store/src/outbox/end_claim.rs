use super::ClaimId;
use crate::{Store, StoreError};

/// Ends a claim whose answer never came, and gives the number of its texts: they are due at once, and because they may
/// have been on their way before, the service is asked about each before it is sent.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.outbox.end_claim", skip_all)]
pub async fn end_claim(store: &Store, claim: ClaimId) -> Result<u64, StoreError> {
    // What waits for its turn is due before now: only leases are looked through, however long the queue is.
    let ended = sqlx::query!(
        "update outbox
         set next_attempt_at = coalesce($1, statement_timestamp())
         where state = 'sending' and claim_id = $2
           and next_attempt_at > coalesce($1, statement_timestamp())",
        store.clock.pinned(),
        claim.0,
    )
    .execute(&store.pool)
    .await?;
    Ok(ended.rows_affected())
}
