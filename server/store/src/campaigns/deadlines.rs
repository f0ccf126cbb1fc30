//! When automatic release is due next, as SQL, with the clock in `$2`.

use crate::rules::{DUE_AT, NEVER_AUTOMATICALLY, NEXT_OPENING, OPEN_NOW, TYPING, UNHANDLED, ZONES};
use const_format::formatcp;

/// The replies of the campaign `ca` that automatic release may take: what the index `conversation_due`
/// holds, by campaign, zone and idle time.
const CANDIDATES: &str = formatcp!(
    "conversation cv
      where cv.organization_id = ca.organization_id
        and cv.campaign_id = ca.id
        and {UNHANDLED}
        and not {NEVER_AUTOMATICALLY}"
);

/// The first zone after another one in which a campaign has candidates; 0 stands for its own.
macro_rules! zone_after {
    ($zone:literal) => {
        formatcp!(
            "cross join lateral (
                select coalesce(cv.time_zone_id, 0::smallint) as zone
                  from {CANDIDATES}
                   and coalesce(cv.time_zone_id, 0::smallint) > {zone}
                 order by coalesce(cv.time_zone_id, 0::smallint)
                 limit 1) found",
            zone = $zone
        )
    };
}
const FIRST_ZONE: &str = zone_after!("-1");
const NEXT_ZONE: &str = zone_after!("segment.zone");

/// By campaign, the moment at which its next reply is due: of the organization `$1` and the campaigns
/// `$3`, or of all where they are null; and whether the texting hours of any of its contacts are open, or when the first of
/// them open. A campaign of which nothing will be due has no row.
///
/// It reads a few index entries for each campaign and zone, however many replies are held: the zones by
/// jumping from one to the next, and in each the reply that is idle for longest. Whoever is idle for
/// shorter in the same zone is due later, except that being composed puts a reply off; so those before
/// the first that nobody is typing in are looked at one by one, and they are as many as people type.
pub(crate) const DEADLINES: &str = formatcp!(
    "with recursive segment (organization_id, campaign_id, zone) as (
         select ca.organization_id, ca.id, found.zone
           from campaign ca
          {FIRST_ZONE}
          where ca.auto_release_minutes is not null
            and ca.archived_at is null
            and ($1::bigint is null or ca.organization_id = $1)
            and ($3::bigint[] is null or ca.id = any($3))
          union all
         select ca.organization_id, ca.id, found.zone
           from segment
           join campaign ca on ca.organization_id = segment.organization_id
                           and ca.id = segment.campaign_id
          {NEXT_ZONE}
     )
     select ca.organization_id, ca.id as campaign_id,
            greatest(min(reply.due), ca.auto_release_retry_at) as due,
            bool_or({OPEN_NOW}) as open_now, min({NEXT_OPENING}) as opens_at
       from segment
       join campaign ca on ca.organization_id = segment.organization_id
                       and ca.id = segment.campaign_id
       join {ZONES} zone on zone.id = case segment.zone when 0 then ca.time_zone_id else segment.zone end
       left join lateral (
            select cv.idle_since
              from {CANDIDATES}
               and coalesce(cv.time_zone_id, 0::smallint) = segment.zone
               and {TYPING} is not true
             order by cv.idle_since
             limit 1) idlest on true
      cross join lateral (
            select {DUE_AT} as due
              from (select idlest.idle_since, null::timestamptz as draft_edited_at) cv
             where cv.idle_since is not null
             union all
            select {DUE_AT}
              from {CANDIDATES}
               and coalesce(cv.time_zone_id, 0::smallint) = segment.zone
               and cv.idle_since < coalesce(idlest.idle_since, 'infinity')) reply
      group by ca.organization_id, ca.id
     having min(reply.due) is not null"
);
