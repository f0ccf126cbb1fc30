//! The moment that a statement measures by, and the tables that it measures.

use const_format::formatcp;

/// The moment that a statement measures by.
pub(crate) const NOW: &str = "coalesce($2::timestamptz, statement_timestamp())";

/// Time zones with their name, the day that it is there, and what the clock on the wall shows, as an
/// interval since midnight. It does not go back: where clocks were set back it stays at the last minute before that
/// until they show more, so that texting hours which ended do not open again; no zone sets them back by more than two
/// hours. `offset 0` keeps the planner from working it out for each conversation instead of for each zone.
pub(crate) const ZONES: &str = formatcp!(
    "(select id, name, wall::date as today, wall::time - time '00:00' as clock
        from (select id, name,
                     case when wall - ({NOW} - interval '2 hours') at time zone name < interval '2 hours'
                          then (select max(({NOW} - minutes * interval '1 minute') at time zone name)
                                  from generate_series(0, 120) minutes)
                          else wall
                     end as wall
                from (select id, name, {NOW} at time zone name as wall
                        from time_zone) shown) zones
      offset 0)"
);

/// The tables that the fragments speak of.
pub(crate) const JUDGED_TABLES: &str = formatcp!(
    "conversation cv
     join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
     join {ZONES} zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)"
);
