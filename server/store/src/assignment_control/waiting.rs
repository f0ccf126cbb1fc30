//! What lies in the pools now, for those who are on their teams.

use crate::count::clamp;
use crate::requests::{PoolCount, escalated_by_pool};
use crate::rules::ByKind;
use crate::{Store, StoreError};
use app::domain::{Age, OrganizationId, PoolKind};
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
            let more = escalated.iter().find(|(id, ..)| *id == pool.id.0);
            let age = more.and_then(|(.., oldest)| oldest.map(Age::from_seconds));
            PoolFill {
                pool: pool.id,
                kind: pool.kind,
                waiting: pool.waiting + more.map_or(0, |(_, waiting, _)| clamp(*waiting)),
                oldest_wait: pool
                    .oldest_wait
                    .max(age)
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
) -> Result<Vec<(i64, i64, Option<i64>)>, StoreError> {
    let mut found = Vec::new();
    for statement in [ESCALATED.replies, ESCALATED.initials] {
        let rows: Vec<(i64, i64, Option<i64>)> = sqlx::query_as(statement)
            .bind(organization.0)
            .bind(store.clock.pinned())
            .fetch_all(&store.pool)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}
