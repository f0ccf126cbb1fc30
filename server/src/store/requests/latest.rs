//! What the last request got: how a page without WASM tells the outcome.

use crate::store::{Store, StoreError};
use app::domain::{RequestOutcome, Viewer};

/// The viewer's last request, if it is not older than two minutes.
pub(super) async fn latest(
    store: &Store,
    viewer: &Viewer,
) -> Result<Option<RequestOutcome>, StoreError> {
    let row: Option<(i32, i32)> = sqlx::query_as(
        "select wanted, assigned
           from (select wanted, assigned, created_at
                   from assignment_request
                  where organization_id = $1 and member_id = $3
                  order by id desc
                  limit 1) newest
          where created_at > coalesce($2, statement_timestamp()) - interval '2 minutes'",
    )
    .bind(viewer.organization.0)
    .bind(store.clock.pinned())
    .bind(viewer.member.0)
    .fetch_optional(&store.pool)
    .await?;
    Ok(row.map(|(wanted, assigned)| RequestOutcome {
        wanted: wanted.unsigned_abs(),
        assigned: assigned.unsigned_abs(),
    }))
}
