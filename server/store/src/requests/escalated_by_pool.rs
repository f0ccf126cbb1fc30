//! How much of each pool only those may be given who hold its escalation tags.

/// The statements, of replies and of initials, that count by pool what carries escalation tags and could be handed
/// out now to who holds all of them, and how many seconds the oldest reply has been waiting. The argument is a query
/// of the tags that are held, which may name the pool `p`. `$1` organization, `$2` clock, and what the argument binds.
macro_rules! escalated_by_pool {
    ($held:literal) => {
        [
            $crate::requests::escalated_by_pool!(replies, $held),
            $crate::requests::escalated_by_pool!(initials, $held),
        ]
    };
    ($kind:ident, $held:literal) => {
        concat!(
            "with zone as materialized (
                 select * from ", $crate::rules::zones!(), " zone
             )
             select p.id, count(*), extract(epoch from ", $crate::rules::now!(), " - min(cv.waiting_since))::bigint
               from pool p
               join campaign ca on ca.organization_id = p.organization_id
               join conversation cv on cv.organization_id = ca.organization_id and cv.campaign_id = ca.id
               join zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
              where p.organization_id = $1
                and p.kind = '", stringify!($kind), "'
                and exists (", $held, ")
                and ", $crate::rules::drawn_from!(), "
                and ", $crate::rules::escalated!($kind, $held), "
                and ", $crate::rules::time_to_send!($kind), "
              group by p.id"
        )
    };
}

pub(crate) use escalated_by_pool;
