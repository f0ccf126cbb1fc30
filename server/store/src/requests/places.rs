//! Where there is something to hand out, as SQL: places, which are a campaign and in it a zone (0 = the
//! campaign's own). All that lies in one place is subject to the same switches, dates and hours. A statement
//! that asks about places reads a few index entries for each, however full the pool is.

/// The conversations `cv` of a place's campaign, `$campaign`, that a pool of this kind may hand out.
macro_rules! pooled_on {
    ($kind:ident, $($campaign:literal),+) => {
        concat!(
            "conversation cv
              where cv.organization_id = $1
                and cv.campaign_id = ",
            $($campaign,)+
            "
                and ",
            $crate::store::idle::pooled!($kind)
        )
    };
}

/// The same, in the zone of the place too.
macro_rules! pooled_in {
    ($kind:ident, $place:literal) => {
        concat!(
            $crate::store::requests::places::pooled_on!($kind, $place, ".campaign_id"),
            "
                and coalesce(cv.time_zone_id, 0::smallint) = ",
            $place,
            ".zone"
        )
    };
}

/// The query `place (campaign_id, zone)`, for a `with recursive`: the places of the campaigns in `drawn`
/// (id), found by jumping from one to the next.
macro_rules! places {
    ($kind:ident) => {
        concat!(
            "place (campaign_id, zone) as (
                 select ca.id, found.zone
                   from drawn ca
                  cross join lateral (select coalesce(cv.time_zone_id, 0::smallint) as zone
                                        from ",
            $crate::store::requests::places::pooled_on!($kind, "ca.id"),
            "
                                       order by coalesce(cv.time_zone_id, 0::smallint)
                                       limit 1) found
                  union all
                 select place.campaign_id, found.zone
                   from place
                  cross join lateral (select coalesce(cv.time_zone_id, 0::smallint) as zone
                                        from ",
            $crate::store::requests::places::pooled_on!($kind, "place.campaign_id"),
            "
                                         and coalesce(cv.time_zone_id, 0::smallint) > place.zone
                                       order by coalesce(cv.time_zone_id, 0::smallint)
                                       limit 1) found
             )"
        )
    };
}

/// The query `awake`: those places in which a pool of this kind may hand something out now, with what
/// `drawn` knows of their campaign. Needs `place`, `drawn` and `zone`.
macro_rules! awake {
    ($kind:ident) => {
        concat!(
            "awake as materialized (
                 select place.campaign_id, place.zone, ca.due_on, ca.started_at
                   from place
                   join drawn ca on ca.id = place.campaign_id
                   join zone on zone.id = case place.zone when 0 then ca.time_zone_id else place.zone end
                  where ",
            $crate::store::idle::time_to_send!($kind),
            "
             )"
        )
    };
}

pub(super) use {awake, places, pooled_in, pooled_on};
