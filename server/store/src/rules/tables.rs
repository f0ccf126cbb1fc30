//! The moment that a statement measures by, and the tables that it measures.

/// The moment that a statement measures by.
macro_rules! now {
    () => {
        "coalesce($2::timestamptz, statement_timestamp())"
    };
}

/// Time zones with their name, the day that it is there, and what the clock on the wall shows, as an
/// interval since midnight. `offset 0` keeps the planner from working it out for each conversation
/// instead of for each zone.
macro_rules! zones {
    () => {
        concat!(
            "(select id, name, wall::date as today, wall::time - time '00:00' as clock
                from (select id, name, ",
            $crate::rules::now!(),
            " at time zone name as wall
                        from time_zone) zones
              offset 0)"
        )
    };
}

/// The tables that the fragments speak of.
macro_rules! judged_tables {
    () => {
        concat!(
            "conversation cv
             join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
             join ", $crate::rules::zones!(), " zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)"
        )
    };
}

pub(crate) use {judged_tables, now, zones};
