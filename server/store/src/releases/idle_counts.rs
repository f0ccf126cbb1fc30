//! What is idle, counted by what becomes of it: the one query behind the number of a preview and the plan of a
//! release.

use crate::rules::{ByMode, IDLE_LONG_ENOUGH, JUDGED_TABLES, OPEN_NOW, TYPING, ZONES, by_mode};

/// A query of what a release of this mode looks at and is idle for the interval, a row for those of a campaign
/// and a zone that fare alike: `campaign_id`, its switches `auto_assign` and `team_restricted`, `conversations`,
/// whether they are `idle` by the hours of the campaign and zone as well, whether it is `open_now`, whether they are
/// `overdue`, and `because`, as `LEFT_OUT_BECAUSE` of [`modes`](crate::rules::modes) says it. `$1` to `$7` are those of
/// [`Target::bind`](super::target::Target::bind).
///
/// A hundred thousand conversations are counted from their index alone, which takes a fifth of the time of
/// judging each. What the index does not know, whose texter is typing, is of few and looked up by itself. The
/// campaigns are gone through one by one, so that no other organization's are walked.
pub(super) const IDLE_COUNTS: ByMode = by_mode!(
    "(with composing as materialized (
         select cv.campaign_id, coalesce(cv.time_zone_id, 0::smallint) as zone, count(*) as conversations
           from {JUDGED_TABLES}
          where cv.organization_id = $1
            and {TYPING}
            and {CONCERNED}
            and {IDLE_LONG_ENOUGH}
            and {COMPOSING}
            and not cv.opted_out
            and not cv.escalated
          group by 1, 2)
     select ca.id as campaign_id, ca.auto_assign, ca.team_restricted, cv.conversations,
            {IDLE_HERE} as idle,
            {OPEN_NOW} as open_now,
            {OVERDUE} as overdue,
            {LEFT_OUT_OF_COUNTED} as because
       from campaign ca
      cross join lateral (
                select cv.time_zone_id,
                       count(*) as conversations,
                       count(*) filter (where cv.opted_out) as opted_out,
                       count(*) filter (where cv.escalated and not cv.opted_out) as escalated
                  from conversation cv
                 where cv.organization_id = ca.organization_id
                   and cv.campaign_id = ca.id
                   and {CONCERNED}
                   and {IDLE_LONG_ENOUGH}
                 group by cv.time_zone_id) counted
       join {ZONES} zone
         on zone.id = coalesce(counted.time_zone_id, ca.time_zone_id)
       left join composing
         on composing.campaign_id = ca.id and composing.zone = coalesce(counted.time_zone_id, 0::smallint)
      cross join lateral (
                select counted.opted_out as conversations,
                       true as opted_out, false as escalated, false as composing
                 union all
                select counted.escalated, false, true, false
                 union all
                select coalesce(composing.conversations, 0), false, false, true
                 union all
                select counted.conversations - counted.opted_out - counted.escalated
                           - coalesce(composing.conversations, 0),
                       false, false, false) cv
      where ca.organization_id = $1
        and {CAMPAIGNS_CONCERNED}
        and cv.conversations > 0)"
);
