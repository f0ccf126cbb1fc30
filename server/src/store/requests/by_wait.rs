//! Handing out by the wait alone: nearly always the longest waiting of a pool may be given now, so that there is
//! no need to ask every place who waits there.

use super::take::{locked, sources, taken};
use crate::store::idle::{pooled, time_to_send};

/// Walks the pool from the longest waiting on, past those that may not be given now or that this texter lost
/// before, for `$4 + $8` at most: who sleeps, and who wrote to a campaign of last year, could be thousands.
/// What it takes is what comes first, but it may be less than there is.
///
/// The condition is one that can be asked of a row at a time: with a join, all of them would be looked at
/// before the first is taken.
pub(in crate::store) const STATEMENT: &str = concat!(
    "with ",
    sources!(),
    ", awake as materialized (
         select ca.id as campaign_id, zone.id as zone
           from drawn ca
          cross join zone
          where ",
    time_to_send!(replies),
    "
         union all
         select ca.id, 0::smallint
           from drawn ca
           join zone on zone.id = ca.time_zone_id
          where ",
    time_to_send!(replies),
    "
     ), chosen as materialized (
         ",
    locked!(
        "needs_response",
        concat!(
            "(select first.id
                from (select cv.id, cv.campaign_id, coalesce(cv.time_zone_id, 0::smallint) as zone,
                             cv.released_from, cv.waiting_since
                        from conversation cv
                       where cv.organization_id = $1
                         and ",
            pooled!(replies),
            "
                       order by cv.waiting_since, cv.id
                       limit $4 + $8) first
               where ((first.campaign_id, first.zone) in (select campaign_id, zone from awake)) is true
                 and first.released_from is distinct from $3
               order by first.waiting_since, first.id)"
        ),
        "$4"
    ),
    "
     ), ",
    taken!("(select count(*) from chosen)")
);
