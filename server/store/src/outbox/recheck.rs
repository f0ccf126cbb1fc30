use super::claim::Claimed;
use super::send_checks::{COLUMNS, SendChecks, TABLES};
use crate::{Store, StoreError};
use const_format::formatcp;

/// The checks of a claimed text as they are now. `$1` organization, `$2` clock, `$3` message, `$4` attempt.
pub(crate) const RECHECK: &str = formatcp!(
    "select {COLUMNS}
       from outbox k
       join {TABLES}
      where k.organization_id = $1 and k.message_id = $3 and k.state = 'sending' and k.attempts = $4"
);

/// Reads the checks of a claimed text anew, because the service was asked about it since the claim, which takes a while.
/// `None` if the lease ended and another claimed the row.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.outbox.recheck", skip_all, fields(message = %claimed.message))]
pub async fn recheck(store: &Store, claimed: &Claimed) -> Result<Option<SendChecks>, StoreError> {
    Ok(sqlx::query_as(RECHECK)
        .bind(claimed.organization.0)
        .bind(store.clock.pinned())
        .bind(claimed.message.0)
        .bind(claimed.attempt)
        .fetch_optional(&store.pool)
        .await?)
}
