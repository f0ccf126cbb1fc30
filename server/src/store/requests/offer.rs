//! What the request form shows now.

use crate::store::campaigns::clamp;
use crate::store::idle::{can_be_handed_out, judged_tables, now};
use crate::store::{Store, StoreError};
use app::domain::{Age, OrganizationId, PoolId, PoolOffer, RequestOffer};
use app::error::AppError;

/// The state of the form: disabled, nothing, or the pools with something in them.
pub(super) async fn offer(
    store: &Store,
    organization: OrganizationId,
) -> Result<RequestOffer, StoreError> {
    let (enabled, message): (bool, String) = sqlx::query_as(
        "select requests_enabled, requests_disabled_message from organization where id = $1",
    )
    .bind(organization.0)
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    if !enabled {
        return Ok(RequestOffer::Disabled { message });
    }
    const POOLS: &str = concat!(
        "select p.id, p.title, p.max_per_request, reply.waiting, extract(epoch from ",
        now!(),
        " - reply.oldest)::bigint
           from pool p
          cross join lateral (
                select count(*) as waiting, min(cv.waiting_since) as oldest
                  from ",
        judged_tables!(),
        "
                 where cv.organization_id = p.organization_id
                   and ",
        can_be_handed_out!(),
        ") reply
          where p.organization_id = $1
            and p.enabled
            and reply.waiting > 0
          order by p.title"
    );
    let rows: Vec<(i64, String, i32, i64, i64)> = sqlx::query_as(POOLS)
        .bind(organization.0)
        .bind(store.clock.pinned())
        .fetch_all(&store.pool)
        .await?;
    if rows.is_empty() {
        return Ok(RequestOffer::Nothing);
    }
    let pools = rows
        .into_iter()
        .map(|(id, title, max_per_request, waiting, oldest)| PoolOffer {
            id: PoolId(id),
            title,
            replies: clamp(waiting),
            oldest_wait: Age::from_seconds(oldest),
            max_per_request: max_per_request.unsigned_abs(),
        })
        .collect();
    Ok(RequestOffer::Open { pools })
}
