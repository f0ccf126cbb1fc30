//! What the clock on the wall shows in 2026, by a table of the model's own: PostgreSQL is not asked.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

/// Zones: minutes east of Greenwich at New Year, and from which moment on how many instead. One keeps
/// summer time by half an hour and in the south, and some are not whole hours away.
pub(super) const ZONES: [&str; 6] = [
    "America/New_York -300 2026-03-08T07:00:00Z -240 2026-11-01T06:00:00Z -300",
    "America/St_Johns -210 2026-03-08T05:30:00Z -150 2026-11-01T04:30:00Z -210",
    "Europe/London 0 2026-03-29T01:00:00Z 60 2026-10-25T01:00:00Z 0",
    "Australia/Lord_Howe 660 2026-04-04T15:00:00Z 630 2026-10-03T15:30:00Z 660",
    "Pacific/Honolulu -600",
    "Asia/Kathmandu 345",
];

/// Days of 2026, from 0 on, on which clocks change in one of them.
pub(super) const CHANGES: [u64; 6] = [66, 87, 94, 276, 297, 304];

/// The zone's name.
pub(super) fn name(zone: &str) -> &str {
    zone.split(' ').next().unwrap()
}

fn east(zone: &str, at: DateTime<Utc>) -> TimeDelta {
    let words: Vec<&str> = zone.split(' ').skip(1).collect();
    let past = |shift: &&[&str]| at >= shift[0].parse::<DateTime<Utc>>().unwrap();
    let shift = words[1..].chunks(2).rev().find(past);
    TimeDelta::minutes(shift.map_or(words[0], |shift| shift[1]).parse().unwrap())
}

/// What the clock there shows at this moment.
pub(super) fn wall(zone: &str, at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc() + east(zone, at)
}

/// A moment at which the clock there shows this, or close to it where clocks change.
pub(super) fn moment(zone: &str, shown: NaiveDateTime) -> DateTime<Utc> {
    let close = shown.and_utc() - east(zone, shown.and_utc());
    shown.and_utc() - east(zone, close)
}
