//! Handing out: one atomic step.

use crate::store::idle::{can_be_handed_out, in_pool, now, zones};
use crate::store::{Store, StoreError, notify};
use app::domain::{CampaignId, MemberId, PoolId, RequestOutcome, Viewer};
use app::error::AppError;

/// The longest waiting that this texter did not lose before, or with the other word those that they did.
///
/// Whether its campaign and the hour allow it is asked of each reply in the order in which they wait. As
/// a join that is a choice for the planner, which takes the pool for emptier than it is, and then reads
/// and sorts all of it to hand out a few.
macro_rules! longest_waiting {
    ($whose:literal, $limit:literal) => {
        concat!(
            "select cv.id
               from conversation cv
              where cv.organization_id = $1
                and ",
            in_pool!(),
            "
                and cv.released_from ",
            $whose,
            " $3
                and (select ",
            can_be_handed_out!(),
            "
                       from campaign ca
                       join zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
                      where ca.organization_id = cv.organization_id
                        and ca.id = cv.campaign_id)
              order by cv.waiting_since, cv.id
              limit ",
            $limit,
            "
                for update of cv skip locked"
        )
    };
}

/// `$1` organization, `$2` clock, `$3` who asks, `$4` how many, `$5` the pool.
///
/// What was released from who asks comes last, and only if nobody else's is left: they had their chance.
/// Sorting the two kinds would read the whole pool; two walks of its index that end when there is
/// enough do not, and the second one does not begin if the first one found enough.
///
/// `skip locked`: two requests at once take different replies instead of waiting for each other. The
/// lock and the second look at `assigned_to` are in one statement, so nothing is handed out twice, and
/// the request and its audit are written with it or not at all.
pub(in crate::store) const HAND_OUT: &str = concat!(
    "with zone as materialized (
         select * from ",
    zones!(),
    " zone
     ), others as materialized (
         ",
    longest_waiting!("is distinct from", "$4"),
    "
     ), lost_before as materialized (
         ",
    longest_waiting!("=", "$4 - (select count(*) from others)"),
    "
     ), longest_waiting as (
         select id from others union all select id from lost_before
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
         returning cv.id, cv.campaign_id, cv.lease_epoch, cv.released_from
     ), request as (
         insert into assignment_request
                (organization_id, pool_id, member_id, wanted, assigned, state, kind, created_at, decided_at)
         select $1, $5, $3, $4, count(*),
                case when count(*) > 0 then 'assigned' else 'nothing' end::request_state, 'replies', ",
    now!(),
    ", ",
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
     select campaign_id, count(*), array_remove(array_agg(distinct released_from), null)
       from taken group by campaign_id"
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
    let taken: Vec<(i64, i64, Vec<i64>)> = sqlx::query_as(HAND_OUT)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(wanted)
        .bind(pool.0)
        .fetch_all(&mut *transaction)
        .await?;
    if !taken.is_empty() {
        let campaigns = taken.iter().map(|(campaign, ..)| CampaignId(*campaign));
        // Who had them before may still be writing, and can send nothing any more.
        let before = taken.iter().flat_map(|(_, _, before)| before);
        let members = before.map(|member| MemberId(*member));
        notify::changed(
            &mut *transaction,
            viewer.organization,
            campaigns,
            members.chain([viewer.member]),
        )
        .await?;
    }
    transaction.commit().await?;
    Ok(RequestOutcome {
        wanted: wanted.unsigned_abs(),
        assigned: taken
            .iter()
            .map(|(_, rows, _)| crate::store::campaigns::clamp(*rows))
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
