//! What lies in the pools now, for those who are on their teams.

use crate::requests::{PoolCount, PoolWaiting, escalated_by_pool};
use crate::rules::ByKind;
use crate::{Store, StoreError};
use app::domain::{OrganizationId, PoolKind};
use app::ports::PoolFill;

/// What could be handed out of each pool now, were it enabled, to a member of its team who is on no other:
/// what anybody may be given, and what carries escalation tags that the team holds, all of them.
pub(super) async fn fills(
    store: &Store,
    organization: OrganizationId,
    pool_counts: &[PoolCount],
) -> Result<Vec<PoolFill>, StoreError> {
    let teams = pool_counts.iter().any(|pool| pool.team.is_some());
    let escalated = if teams {
        escalated(store, organization).await?
    } else {
        Vec::new()
    };
    Ok(pool_counts
        .iter()
        .map(|pool| {
            let more = escalated.iter().find(|more| more.pool == pool.id);
            PoolFill {
                pool: pool.id,
                kind: pool.kind,
                waiting: pool.waiting + more.map_or(0, |more| more.waiting),
                oldest_wait: pool
                    .oldest_wait
                    .max(more.and_then(|more| more.oldest_wait))
                    .filter(|_| pool.kind == PoolKind::Replies),
            }
        })
        .collect())
}

pub(crate) const ESCALATED: ByKind = escalated_by_pool!(
    "select tt.tag_id from team_tag tt
      where tt.organization_id = p.organization_id and tt.team_id = p.team_id"
);

/// Of each team's pool, how many carry escalation tags that the team holds, and how long the oldest waits,
/// where somebody does.
#[tracing::instrument(name = "db.pool.count_escalated", skip_all, fields(%organization))]
async fn escalated(
    store: &Store,
    organization: OrganizationId,
) -> Result<Vec<PoolWaiting>, StoreError> {
    let mut found = Vec::new();
    for statement in [ESCALATED.replies, ESCALATED.initials] {
        let rows: Vec<PoolWaiting> = sqlx::query_as(statement)
            .bind(organization.0)
            .bind(store.clock.pinned())
            .fetch_all(&store.pool)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}
