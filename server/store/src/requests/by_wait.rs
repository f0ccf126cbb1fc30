//! Handing out by the wait alone: nearly always the longest waiting of a pool may be given now, so that there is
//! no need to ask every segment who waits there.

use super::claim_sql::{SOURCES, TAKE, TAKEN, lock_wanted};
use crate::rules::{POOLED_REPLIES, REPLIES_TIME_TO_SEND};
use const_format::formatcp;

/// The first of the pool, of those that may be given now.
const FIRST: &str = formatcp!(
    "(select first.id, first.escalated
        from (select cv.id, cv.escalated, cv.campaign_id, coalesce(cv.time_zone_id, 0::smallint) as zone
                from conversation cv
               where cv.organization_id = $1
                 and {POOLED_REPLIES}
                 and cv.waiting_since is not null
                 and cv.released_from is distinct from $3
               order by cv.waiting_since, cv.id
               limit $4 + $8) first
       where ((first.campaign_id, first.zone) in (select campaign_id, zone from awake)) is true)"
);
const CHOSEN: &str = lock_wanted!(FIRST, "$4").replies;

/// Walks the pool from the longest waiting on, past `$8` at most that may not be given now: who sleeps, and who
/// wrote to a campaign of last year, could be thousands, and those that others are just taking. What it takes is
/// what comes first, but it may be less than there is.
///
/// That it waits is said although nothing else needs a response: it names the index (migration 0096).
///
/// It locks what it takes and nothing that it passes: that may be another pool's, whose texters would read
/// that there is nothing. It walks no further than to the last that it takes. 25 of 100,000 on 20 campaigns, with
/// 500,000 held, take 1.0 ms, where locking all that is walked past took 0.85; to walk 1,000 in vain takes 0.5.
///
/// Its parameters are those of [`claim_sql`](super::claim_sql).
pub(crate) const CLAIM: &str = formatcp!(
    "with {SOURCES}, awake as materialized (
         select ca.id as campaign_id, zone.id as zone
           from drawn ca
          cross join zone
          where {REPLIES_TIME_TO_SEND}
         union all
         select ca.id, 0::smallint
           from drawn ca
           join zone on zone.id = ca.time_zone_id
          where {REPLIES_TIME_TO_SEND}
     ), chosen as materialized (
         {CHOSEN}
     ), {TAKE}
     select (select count(*) from chosen) as seen, {TAKEN}"
);
