//! What is in each pool, for the form and for Assignment Control.

use super::PoolWaiting;
use super::segments::{AWAKE, POOLED_IN_AWAKE, SEGMENTS};
use crate::rules::{ByKind, DRAWN_FROM, NOW, ZONES, by_kind};
use crate::{Store, StoreError};
use app::domain::{Age, MAX_COUNTED, OrganizationId, PoolId, PoolKind, TeamId, UnknownPoolKind};

/// A pool and what can be handed out from it now to anybody: without what carries an escalation tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolCount {
    /// Which pool.
    pub id: PoolId,
    /// Whose; `None` = General.
    pub team: Option<TeamId>,
    /// The team's title, or General's.
    pub title: String,
    /// What it hands out.
    pub kind: PoolKind,
    /// Whether it hands anything out.
    pub enabled: bool,
    /// The most that one request may take.
    pub max_per_request: u32,
    /// How much there is; counted up to [`MAX_COUNTED`].
    pub waiting: u32,
    /// How long the oldest reply of it has been waiting.
    pub oldest_wait: Option<Age>,
}

/// `$1` organization, `$2` clock, `$3` how far it counts. By pool.
pub(crate) const POOL_COUNTS: ByKind = by_kind!(
    "with recursive zone as materialized (
         select * from {ZONES} zone
     ), draws as materialized (
         select p.id as pool_id, ca.id as campaign_id
           from pool p
           join campaign ca on ca.organization_id = p.organization_id
          where p.organization_id = $1 and p.kind = '{KIND}'
            and {DRAWN_FROM}
     ), drawn as materialized (
         -- Each campaign once, however many pools draw from it.
         select ca.*
           from campaign ca
          where ca.organization_id = $1 and ca.id in (select campaign_id from draws)
     ), {SEGMENTS}, {AWAKE}, first as materialized (
         select awake.campaign_id, min(first.waiting_since) as oldest
           from awake
          cross join lateral (select cv.waiting_since
                                from {POOLED_IN_AWAKE}
                               order by cv.waiting_since
                               limit 1) first
          group by awake.campaign_id
     ), alike as materialized (
         -- Pools that draw from the same campaigns are counted together.
         select min(pool_id) as pool_id, array_agg(pool_id) as pools
           from (select pool_id, array_agg(campaign_id order by campaign_id) as campaigns
                   from draws group by pool_id) pool
          group by campaigns
     )
     select unnest(alike.pools) as pool_id, there.n as waiting,
            extract(epoch from {NOW} - (select min(first.oldest)
                                          from draws join first using (campaign_id)
                                         where draws.pool_id = alike.pool_id))::bigint as oldest_wait
       from alike
      cross join lateral (
         -- Segment by segment, and no further than anybody wants to know.
         select count(*) as n
           from (select
                   from draws
                   join awake using (campaign_id)
                  cross join lateral (select from {POOLED_IN_AWAKE}
                                       limit $3) found
                  where draws.pool_id = alike.pool_id
                  limit $3) found) there
      where there.n > 0",
    SEGMENTS,
    AWAKE,
    POOLED_IN_AWAKE
);

/// The pools of the organization, in the order in which they are offered: by priority of the team,
/// General last.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.pool.count", skip_all)]
pub async fn pool_counts(
    store: &Store,
    organization: OrganizationId,
) -> Result<Vec<PoolCount>, StoreError> {
    let mut pools = pools(store, organization).await?;
    for kind in [PoolKind::Replies, PoolKind::Initials] {
        if pools.iter().all(|pool| pool.kind != kind) {
            continue;
        }
        let rows: Vec<PoolWaiting> = sqlx::query_as(POOL_COUNTS.get(kind))
            .bind(organization.0)
            .bind(store.clock.pinned())
            .bind(i64::from(MAX_COUNTED))
            .fetch_all(&store.pool)
            .await?;
        for row in rows {
            if let Some(pool) = pools.iter_mut().find(|pool| pool.id == row.pool) {
                pool.waiting = row.waiting;
                pool.oldest_wait = row.oldest_wait;
            }
        }
    }
    Ok(pools)
}

#[tracing::instrument(name = "db.pool.list", skip_all, fields(%organization))]
async fn pools(store: &Store, organization: OrganizationId) -> Result<Vec<PoolCount>, StoreError> {
    let rows = sqlx::query!(
        r#"select p.id, p.team_id, coalesce(t.title, p.title) as "title!", p.kind::text as "kind!", p.enabled, p.max_per_request
           from pool p
           left join team t on t.organization_id = p.organization_id and t.id = p.team_id
          where p.organization_id = $1
          order by p.team_id is null, t.priority, t.title, p.id"#,
        organization.0,
    )
    .fetch_all(&store.pool)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(PoolCount {
                id: PoolId(row.id),
                team: row.team_id.map(TeamId),
                title: row.title,
                kind: row
                    .kind
                    .parse()
                    .map_err(|wrong: UnknownPoolKind| StoreError::Corrupt(wrong.to_string()))?,
                enabled: row.enabled,
                max_per_request: row.max_per_request.unsigned_abs(),
                waiting: 0,
                oldest_wait: None,
            })
        })
        .collect()
}
