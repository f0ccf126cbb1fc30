//! How much of each pool only those may be given who hold its escalation tags.

/// For each kind of pool, the statement that counts by pool what carries escalation tags and could be handed
/// out now to who holds all of them, and how many seconds the oldest reply has been waiting. The argument is a query
/// of the tags that are held, which may name the pool `p`. `$1` organization, `$2` clock, and what the argument binds.
macro_rules! escalated_by_pool {
    ($held:literal) => {{
        use $crate::rules::{DRAWN_FROM, NOW, ZONES};
        $crate::rules::by_kind!(
            "with zone as materialized (
                 select * from {ZONES} zone
             )
             select p.id as pool_id, count(*) as waiting,
                    extract(epoch from {NOW} - min(cv.waiting_since))::bigint as oldest_wait
               from pool p
               join campaign ca on ca.organization_id = p.organization_id
               join conversation cv on cv.organization_id = ca.organization_id and cv.campaign_id = ca.id
               join zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
              where p.organization_id = $1
                and p.kind = '{KIND}'
                and exists ({HELD})
                and {DRAWN_FROM}
                and {ESCALATED}
                and {TAGS_HELD}
                and {TIME_TO_SEND}
              group by p.id";
            HELD = $held,
            TAGS_HELD = $crate::rules::tags_held!($held)
        )
    }};
}

pub(crate) use escalated_by_pool;
