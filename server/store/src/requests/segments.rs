//! Segments of a pool, as SQL: what there is to hand out by a campaign and in it a zone (0 = the
//! campaign's own). All that lies in one segment is subject to the same switches, dates and hours. A statement
//! that asks about segments reads a few index entries for each, however full the pool is.

use crate::rules::{ByKind, by_kind};

/// The query `segment (campaign_id, zone)`, for a `with recursive`: the segments of the campaigns in `drawn`
/// (id), found by jumping from one to the next.
pub(super) const SEGMENTS: ByKind = by_kind!(
    "segment (campaign_id, zone) as (
         select ca.id, found.zone
           from drawn ca
          cross join lateral (select coalesce(cv.time_zone_id, 0::smallint) as zone
                                from conversation cv
                               where cv.organization_id = $1
                                 and cv.campaign_id = ca.id
                                 and {POOLED}
                               order by coalesce(cv.time_zone_id, 0::smallint)
                               limit 1) found
          union all
         select segment.campaign_id, found.zone
           from segment
          cross join lateral (select coalesce(cv.time_zone_id, 0::smallint) as zone
                                from conversation cv
                               where cv.organization_id = $1
                                 and cv.campaign_id = segment.campaign_id
                                 and {POOLED}
                                 and coalesce(cv.time_zone_id, 0::smallint) > segment.zone
                               order by coalesce(cv.time_zone_id, 0::smallint)
                               limit 1) found
     )"
);

/// The query `awake`: those segments in which a pool of this kind may hand something out now, with what
/// `drawn` knows of their campaign. Needs `segment`, `drawn` and `zone`.
pub(super) const AWAKE: ByKind = by_kind!(
    "awake as materialized (
         select segment.campaign_id, segment.zone, ca.due_on, ca.started_at
           from segment
           join drawn ca on ca.id = segment.campaign_id
           join zone on zone.id = case segment.zone when 0 then ca.time_zone_id else segment.zone end
          where {TIME_TO_SEND}
     )"
);

/// The conversations `cv` of the segment `awake` that a pool of this kind may hand out.
pub(super) const POOLED_IN_AWAKE: ByKind = by_kind!(
    "conversation cv
      where cv.organization_id = $1
        and cv.campaign_id = awake.campaign_id
        and {POOLED}
        and coalesce(cv.time_zone_id, 0::smallint) = awake.zone"
);
