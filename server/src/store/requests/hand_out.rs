//! Handing out: one atomic step.

use crate::store::idle::{can_be_handed_out, judged_tables, now};
use crate::store::{Store, StoreError, notify};
use app::domain::{CampaignId, PoolId, RequestOutcome, Viewer};
use app::error::AppError;

/// `$1` organization, `$2` clock, `$3` who asks, `$4` how many, `$5` the pool.
///
/// `skip locked`: two requests at once take different replies instead of waiting for each other. The
/// lock and the second look at `assigned_to` are in one statement, so nothing is handed out twice, and
/// the request and its audit are written with it or not at all.
pub(in crate::store) const HAND_OUT: &str = concat!(
    "with longest_waiting as materialized (
         select cv.id
           from ",
    judged_tables!(),
    "
          where cv.organization_id = $1
            and ",
    can_be_handed_out!(),
    "
          order by cv.waiting_since, cv.id
          limit $4
            for update of cv skip locked
     ), taken as (
         update conversation cv
            set assigned_to = $3,
                held_since = ",
    now!(),
    ",
                lease_epoch = cv.lease_epoch + 1
           from longest_waiting
          where cv.organization_id = $1
            and cv.id = longest_waiting.id
            and cv.assigned_to is null
         returning cv.id, cv.campaign_id, cv.lease_epoch
     ), request as (
         insert into assignment_request
                (organization_id, pool_id, member_id, wanted, assigned, created_at)
         select $1, $5, $3, $4, count(*), ",
    now!(),
    " from taken
         returning id
     ), audit as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs,
                 new_holder, actor_id, request_id, happened_at)
         select $1, 'requested', array_agg(id order by id),
                array_fill(null::bigint, array[count(*)::int]), array_agg(lease_epoch order by id),
                $3, $3, (select id from request), ",
    now!(),
    "
           from taken
         having count(*) > 0
     )
     select campaign_id, count(*) from taken group by campaign_id"
);

/// Assigns up to `wanted` replies of a pool to the viewer, longest waiting first; more than the
/// pool's limit is cut down to it.
pub(super) async fn hand_out(
    store: &Store,
    viewer: &Viewer,
    pool: PoolId,
    wanted: u32,
) -> Result<RequestOutcome, StoreError> {
    let wanted = i32::try_from(wanted)
        .ok()
        .filter(|wanted| *wanted >= 1)
        .ok_or_else(|| AppError::Invalid("Ask for at least 1 reply.".into()))?;
    let wanted = clamp_to_pool(store, viewer, pool, wanted).await?;
    let mut transaction = store.pool.begin().await?;
    let taken: Vec<(i64, i64)> = sqlx::query_as(HAND_OUT)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(wanted)
        .bind(pool.0)
        .fetch_all(&mut *transaction)
        .await?;
    if !taken.is_empty() {
        let campaigns = taken.iter().map(|(campaign, _)| CampaignId(*campaign));
        notify::changed(
            &mut *transaction,
            viewer.organization,
            campaigns,
            [viewer.member],
        )
        .await?;
    }
    transaction.commit().await?;
    Ok(RequestOutcome {
        wanted: wanted.unsigned_abs(),
        assigned: taken
            .iter()
            .map(|(_, rows)| crate::store::campaigns::clamp(*rows))
            .sum(),
    })
}

/// What the pool lets one request take.
async fn clamp_to_pool(
    store: &Store,
    viewer: &Viewer,
    pool: PoolId,
    wanted: i32,
) -> Result<i32, StoreError> {
    let row: Option<(bool, i32)> = sqlx::query_as(
        "select o.requests_enabled, least($3, p.max_per_request)
           from pool p
           join organization o on o.id = p.organization_id
          where p.organization_id = $1 and p.id = $2 and p.enabled",
    )
    .bind(viewer.organization.0)
    .bind(pool.0)
    .bind(wanted)
    .fetch_optional(&store.pool)
    .await?;
    match row {
        Some((true, wanted)) => Ok(wanted),
        Some((false, _)) => Err(AppError::RequestsDisabled.into()),
        None => Err(AppError::NotFound.into()),
    }
}
