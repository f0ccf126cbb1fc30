//! What lies in the pools now, for those who are on their teams.

use crate::store::campaigns::clamp;
use crate::store::idle::{
    drawn_from, escalated_initial, escalated_reply, now, time_to_send, zones,
};
use crate::store::requests::contents;
use crate::store::{Store, StoreError};
use app::domain::{Age, OrganizationId, PoolKind};
use app::ports::PoolFill;

/// What could be handed out of each pool now, were it enabled, to a member of its team who is on no other:
/// what anybody may be given, and what carries escalation tags that the team holds, all of them.
pub(super) async fn fills(
    store: &Store,
    organization: OrganizationId,
) -> Result<Vec<PoolFill>, StoreError> {
    let contents = contents(store, organization).await?;
    let teams = contents.iter().any(|pool| pool.team.is_some());
    let escalated = if teams {
        escalated(store, organization).await?
    } else {
        Vec::new()
    };
    Ok(contents
        .into_iter()
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

/// `$1` organization, `$2` clock. By the teams' pools of this kind.
macro_rules! escalated {
    ($kind:ident, $which:ident) => {
        concat!(
            "with zone as materialized (
                 select * from ",
            zones!(),
            " zone
             )
             select p.id, count(*), extract(epoch from ",
            now!(),
            " - min(cv.waiting_since))::bigint
               from pool p
               join campaign ca on ca.organization_id = p.organization_id
               join conversation cv on cv.organization_id = ca.organization_id and cv.campaign_id = ca.id
               join zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
              where p.organization_id = $1 and p.kind = '",
            stringify!($kind),
            "'
                and exists (select from team_tag tt
                             where tt.organization_id = p.organization_id and tt.team_id = p.team_id)
                and ",
            drawn_from!(),
            "
                and ",
            $which!(
                "select tt.tag_id from team_tag tt
                  where tt.organization_id = p.organization_id and tt.team_id = p.team_id"
            ),
            "
                and ",
            time_to_send!($kind),
            "
              group by p.id"
        )
    };
}

/// Of each team's pool, how many carry escalation tags that the team holds, and how long the oldest waits,
/// where somebody does.
async fn escalated(
    store: &Store,
    organization: OrganizationId,
) -> Result<Vec<(i64, i64, Option<i64>)>, StoreError> {
    let mut found = Vec::new();
    for statement in [
        escalated!(replies, escalated_reply),
        escalated!(initials, escalated_initial),
    ] {
        let rows: Vec<(i64, i64, Option<i64>)> = sqlx::query_as(statement)
            .bind(organization.0)
            .bind(store.clock.pinned())
            .fetch_all(&store.pool)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}
