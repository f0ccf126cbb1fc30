//! Handing out by the wait alone: nearly always the longest waiting of a pool may be given now, so that there is
//! no need to ask every place who waits there.

use super::take::{sources, taken};
use crate::store::idle::{pooled, time_to_send};

/// Walks the pool from the longest waiting on, past `$8` at most that may not be given now: who sleeps, and who
/// wrote to a campaign of last year, could be thousands. What it takes is what comes first, but it may be less
/// than there is.
///
/// It locks while it walks, those that it passes too, until the end of the transaction: as fast as nothing else
/// (with the lock in a second step, eight requests at once were half as fast), and nobody waits for the lock of
/// somebody who sleeps. What was released from this texter is passed without a lock.
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
         select first.id
           from (select cv.id, cv.campaign_id, coalesce(cv.time_zone_id, 0::smallint) as zone
                   from conversation cv
                  where cv.organization_id = $1
                    and ",
    pooled!(replies),
    "
                    and cv.released_from is distinct from $3
                  order by cv.waiting_since, cv.id
                  limit $4 + $8
                    for update skip locked) first
          where ((first.campaign_id, first.zone) in (select campaign_id, zone from awake)) is true
          limit $4
     ), ",
    taken!("(select count(*) from chosen)")
);
