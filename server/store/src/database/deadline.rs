//! The end of every wait on the database.

use crate::StoreError;
use std::time::Duration;

/// How long a worker waits for the database. Statements end within the session's own limits if the connection is alive;
/// this is for one that stays open and carries nothing, which neither the driver nor TCP notices.
pub const PATIENCE: Duration = Duration::from_secs(8);

/// The answer of the database, or [`StoreError::Silent`] after `patience`. Dropping the work gives its connection back,
/// and the pool closes it if it does not answer there either.
///
/// # Errors
/// What the work fails with; [`StoreError::Silent`].
pub async fn answered<T, E: From<StoreError>>(
    patience: Duration,
    work: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    match tokio::time::timeout(patience, work).await {
        Ok(answer) => answer,
        Err(_) => Err(StoreError::Silent(patience).into()),
    }
}
