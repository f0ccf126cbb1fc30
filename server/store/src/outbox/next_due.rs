use crate::{Store, StoreError};
use std::time::Duration;

/// How long until the next text is due or the next lease ends; zero if one is due, `None` if nothing
/// is on its way out.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.outbox.next_due", skip_all)]
pub async fn next_due(store: &Store) -> Result<Option<Duration>, StoreError> {
    let seconds: Option<f64> = sqlx::query_scalar!(
        "select extract(epoch from min(next_attempt_at) - coalesce($1, statement_timestamp()))::float8
         from outbox
         where state in ('queued', 'sending')",
        store.clock.pinned(),
    )
    .fetch_one(&store.pool)
    .await?;
    // Negative: due already.
    Ok(seconds.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or_default()))
}
