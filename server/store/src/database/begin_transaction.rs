//! The beginning of a transaction.

use sqlx::{PgPool, PgTransaction};
use tracing::Instrument;

/// Begins a transaction, with this statement or a plain `begin`.
///
/// Also for a caller that is given up meanwhile, because its request was cancelled or took too long: in a task of its own, so
/// that the transaction is there to be rolled back. sqlx 0.9 does not roll back one whose `begin` was sent and not waited
/// for: the connection would go back into the pool with an open transaction, in which the next statements of others were
/// acknowledged, until the database ended it and they were lost.
///
/// # Errors
/// The database, or the end of the program.
pub async fn begin_transaction(
    pool: &PgPool,
    statement: Option<&'static str>,
) -> Result<PgTransaction<'static>, sqlx::Error> {
    let pool = pool.clone();
    let begun = async move {
        match statement {
            Some(statement) => pool.begin_with(statement).await,
            None => pool.begin().await,
        }
    };
    let begun = tokio::spawn(begun.in_current_span()).await;
    begun.unwrap_or(Err(sqlx::Error::WorkerCrashed))
}
