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
        // What waits for the turn of a number is due with that. `offset 0`: a look at the index for each number, not at
        // all that waits.
        "select extract(epoch from least(
             (select min(next_attempt_at) from outbox where state in ('queued', 'sending')),
             (select min(coalesce(case when s.texts_per_second is not null then s.next_text_at end,
                                  coalesce($1, statement_timestamp())))
              from sending_number s
              where (select organization_id from outbox where state = 'paced'
                     order by organization_id, paced_number, message_id limit 1) is not null
                and exists (select from outbox o
                            where o.state = 'paced' and o.organization_id = s.organization_id
                              and o.paced_number = s.number
                            offset 0))
         ) - coalesce($1, statement_timestamp()))::float8",
        store.clock.pinned(),
    )
    .fetch_one(&store.pool)
    .await?;
    // Negative: due already.
    Ok(seconds.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or_default()))
}
