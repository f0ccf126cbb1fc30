//! Segments of a pool, as SQL: what there is to hand out by a campaign and in it a zone (0 = the
//! campaign's own). All that lies in one segment is subject to the same switches, dates and hours. A statement
//! that asks about segments reads a few index entries for each, however full the pool is.

/// The conversations `cv` of a segment's campaign, `$campaign`, that a pool of this kind may hand out.
macro_rules! pooled_on {
    ($kind:ident, $($campaign:literal),+) => {
        concat!(
            "conversation cv
              where cv.organization_id = $1
                and cv.campaign_id = ",
            $($campaign,)+
            "
                and ",
            $crate::rules::pooled!($kind)
        )
    };
}

/// The same, in the zone of the segment too.
macro_rules! pooled_in {
    ($kind:ident, $segment:literal) => {
        concat!(
            $crate::requests::segments::pooled_on!($kind, $segment, ".campaign_id"),
            "
                and coalesce(cv.time_zone_id, 0::smallint) = ",
            $segment,
            ".zone"
        )
    };
}

/// The query `segment (campaign_id, zone)`, for a `with recursive`: the segments of the campaigns in `drawn`
/// (id), found by jumping from one to the next.
macro_rules! segments {
    ($kind:ident) => {
        concat!(
            "segment (campaign_id, zone) as (
                 select ca.id, found.zone
                   from drawn ca
                  cross join lateral (select coalesce(cv.time_zone_id, 0::smallint) as zone
                                        from ",
            $crate::requests::segments::pooled_on!($kind, "ca.id"),
            "
                                       order by coalesce(cv.time_zone_id, 0::smallint)
                                       limit 1) found
                  union all
                 select segment.campaign_id, found.zone
                   from segment
                  cross join lateral (select coalesce(cv.time_zone_id, 0::smallint) as zone
                                        from ",
            $crate::requests::segments::pooled_on!($kind, "segment.campaign_id"),
            "
                                         and coalesce(cv.time_zone_id, 0::smallint) > segment.zone
                                       order by coalesce(cv.time_zone_id, 0::smallint)
                                       limit 1) found
             )"
        )
    };
}

/// The query `awake`: those segments in which a pool of this kind may hand something out now, with what
/// `drawn` knows of their campaign. Needs `segment`, `drawn` and `zone`.
macro_rules! awake {
    ($kind:ident) => {
        concat!(
            "awake as materialized (
                 select segment.campaign_id, segment.zone, ca.due_on, ca.started_at
                   from segment
                   join drawn ca on ca.id = segment.campaign_id
                   join zone on zone.id = case segment.zone when 0 then ca.time_zone_id else segment.zone end
                  where ",
            $crate::rules::time_to_send!($kind),
            "
             )"
        )
    };
}

pub(super) use {awake, pooled_in, pooled_on, segments};
