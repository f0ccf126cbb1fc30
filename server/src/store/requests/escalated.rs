//! What only some may be given: what carries escalation tags.

use crate::store::campaigns::clamp;
use crate::store::idle::{
    drawn_from, escalated_initial, escalated_reply, now, time_to_send, zones,
};
use crate::store::{Store, StoreError};
use app::domain::{Age, PoolId, Viewer};

/// `$1` organization, `$2` clock, `$3` the texter. By pool of this kind.
macro_rules! escalated {
    ($kind:ident, $which:ident) => {
        concat!(
            "with zone as materialized (
                 select * from ",
            zones!(),
            " zone
             ), held_tag as materialized (
                 select tt.tag_id
                   from team_member tm
                   join team_tag tt on tt.organization_id = tm.organization_id and tt.team_id = tm.team_id
                  where tm.organization_id = $1 and tm.member_id = $3
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
                and exists (select from held_tag)
                and ",
            drawn_from!(),
            "
                and ",
            $which!("select tag_id from held_tag"),
            "
                and ",
            time_to_send!($kind),
            "
              group by p.id"
        )
    };
}

/// Of each pool, how much with escalation tags this texter could be given now, and how long the oldest
/// reply of it has been waiting. Nothing for who holds no tags.
pub(super) async fn escalated(
    store: &Store,
    viewer: &Viewer,
) -> Result<Vec<(PoolId, u32, Option<Age>)>, StoreError> {
    let mut found = Vec::new();
    for statement in [
        escalated!(replies, escalated_reply),
        escalated!(initials, escalated_initial),
    ] {
        let rows: Vec<(i64, i64, Option<i64>)> = sqlx::query_as(statement)
            .bind(viewer.organization.0)
            .bind(store.clock.pinned())
            .bind(viewer.member.0)
            .fetch_all(&store.pool)
            .await?;
        found.extend(rows.into_iter().map(|(pool, waiting, oldest)| {
            let oldest = oldest.map(Age::from_seconds);
            (PoolId(pool), clamp(waiting), oldest)
        }));
    }
    Ok(found)
}
