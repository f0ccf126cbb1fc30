//! One batch of a release: one statement, one commit.

use super::plan::Slice;
use crate::store::idle::{bind_policy, idle, left_out_because, now, unhandled, zones};
use crate::store::{Store, StoreError, notify};
use app::domain::{CampaignId, MemberId, OrganizationId, ReleaseId, ReleasePolicy};
use chrono::{DateTime, Utc};

/// What every batch of a release has in common.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub organization: OrganizationId,
    pub release: ReleaseId,
    pub actor: MemberId,
    pub policy: ReleasePolicy,
    pub clock: DateTime<Utc>,
}

/// One batch. `$7` to `$9` are its slices in step, `$10` who released, `$11` the release.
pub(in crate::store) const RELEASE: &str = concat!(
    "with released as (
         update conversation cv
            set assigned_to = null,
                released_from = cv.assigned_to,
                lease_epoch = cv.lease_epoch + 1
           from campaign ca, ", zones!(), " zone,
                unnest($7::bigint[], $8::timestamptz[], $9::timestamptz[])
                    as slice (campaign_id, after, until)
          where cv.organization_id = $1
            and cv.campaign_id = slice.campaign_id
            and cv.idle_since > coalesce(slice.after, '-infinity')
            and cv.idle_since <= slice.until
            and ca.organization_id = cv.organization_id
            and ca.id = cv.campaign_id
            and zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
            and ", unhandled!(), "
            and ", idle!(), "
            and ", left_out_because!(), " is null
         returning cv.id, cv.campaign_id, cv.released_from, cv.lease_epoch
     ), audit as (
         insert into assignment_event
                (organization_id, reason, conversation_ids, previous_holders, lease_epochs,
                 actor_id, release_id, happened_at)
         select $1, 'released', array_agg(id order by id), array_agg(released_from order by id),
                array_agg(lease_epoch order by id), $10, $11, ", now!(), "
           from released
         having count(*) > 0
     ), counted as (
         update release
            set conversations = conversations + (select count(*) from released),
                heartbeat_at = statement_timestamp()
          where organization_id = $1 and id = $11 and state = 'running'
     )
     select campaign_id, count(*), array_agg(distinct released_from) from released group by campaign_id"
);

/// Releases what of these slices still qualifies, writes who lost it, and adds to the release's
/// count, all in one statement; gives back how many rows it changed.
///
/// The whole rule stands in the `update` itself: a row that somebody else changed meanwhile is judged
/// anew by the database before it is touched, so a `select … for update` in front would only cost
/// (18 to 56 %, measured).
pub(super) async fn release(store: &Store, run: &Run, batch: &[Slice]) -> Result<u32, StoreError> {
    let mut transaction = store.pool.begin().await?;
    // A batch that cannot get its rows gives way to the texters, and is tried again in halves.
    sqlx::query("set local statement_timeout = '3s'")
        .execute(&mut *transaction)
        .await?;
    let released: Vec<(i64, i64, Vec<i64>)> = bind_policy(
        sqlx::query_as(RELEASE),
        run.organization,
        Some(run.clock),
        &run.policy,
    )
    .bind(
        batch
            .iter()
            .map(|slice| slice.campaign.0)
            .collect::<Vec<_>>(),
    )
    .bind(batch.iter().map(|slice| slice.after).collect::<Vec<_>>())
    .bind(batch.iter().map(|slice| slice.until).collect::<Vec<_>>())
    .bind(run.actor.0)
    .bind(run.release.0)
    .fetch_all(&mut *transaction)
    .await?;
    let campaigns = released.iter().map(|(campaign, ..)| CampaignId(*campaign));
    let losers = released
        .iter()
        .flat_map(|(_, _, losers)| losers)
        .map(|member| MemberId(*member));
    notify::changed(&mut *transaction, run.organization, campaigns, losers).await?;
    transaction.commit().await?;
    Ok(released
        .iter()
        .map(|(_, rows, _)| crate::store::campaigns::clamp(*rows))
        .sum())
}

/// Whether the batch was stopped by the rows' other users rather than by a fault: timed out,
/// deadlocked, or refused a lock. It is worth trying again, smaller.
pub(super) fn gave_way(error: &StoreError) -> bool {
    let StoreError::Database(sqlx::Error::Database(error)) = error else {
        return false;
    };
    matches!(
        error.code().as_deref(),
        Some("57014" | "40P01" | "55P03" | "40001")
    )
}
