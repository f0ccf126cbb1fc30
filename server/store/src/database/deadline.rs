//! The deadline of a wait on the database, for work that no session limit ends.

use crate::StoreError;
use std::time::Duration;

/// Time limit within which the database has to respond to a worker. Statements end within the session's own limits if the connection is alive;
/// this is for one that stays open and carries nothing, which neither the driver nor TCP notices.
pub const RESPOND_WITHIN: Duration = Duration::from_secs(8);

/// The answer of the database, or [`StoreError::Silent`] after `limit`. Dropping the work gives its connection back,
/// and the pool closes it if it does not answer there either.
///
/// # Errors
/// What the work fails with; [`StoreError::Silent`].
pub async fn answered<T, E: From<StoreError>>(
    limit: Duration,
    work: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    match tokio::time::timeout(limit, work).await {
        Ok(answer) => answer,
        Err(_) => Err(StoreError::Silent(limit).into()),
    }
}
