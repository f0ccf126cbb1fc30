//! Texting hours by the contact's own clock.

use super::tables::NOW;
use const_format::formatcp;

/// The texting hours never end, and so never open.
const AT_ANY_HOUR: &str = "(ca.texting_from = '00:00' and ca.texting_until = '24:00')";

/// What a column of the campaign says, on the day so many days from today.
macro_rules! shown {
    ($column:literal, $days:literal) => {
        formatcp!(
            "(zone.today + {days} + {column})",
            days = $days,
            column = $column
        )
    };
}

/// The moment at which the contact's clock first shows a column of the campaign, so many days from today; `$never` if it
/// texts at any hour. The day and its offset are the zone's own, so that nine o'clock is nine o'clock on days on
/// which clocks change. One that they repeat is the earlier of the two; one that they skip is the moment at which they do.
/// PostgreSQL takes the later of both, so that where clocks were changed within the two hours before it, the minutes of
/// these are looked through.
macro_rules! edge {
    ($column:literal, $never:literal, $days:literal) => {
        formatcp!(
            "(case when {AT_ANY_HOUR} then '{never}'::timestamptz
                   when {later} at time zone zone.name = {shown}
                        and ({later} - interval '2 hours') at time zone zone.name = {shown} - interval '2 hours'
                   then {later}
                   else (select min({later} - minutes * interval '1 minute')
                           from generate_series(0, 120) minutes
                          where ({later} - minutes * interval '1 minute') at time zone zone.name >= {shown})
               end)",
            never = $never,
            shown = shown!($column, $days),
            later = formatcp!("({} at time zone zone.name)", shown!($column, $days))
        )
    };
}

/// The moment at which the contact's texting hours open today.
pub(crate) const OPENING_TODAY: &str = edge!("ca.texting_from", "-infinity", "0");
/// The moment at which they open tomorrow.
pub(crate) const OPENING_TOMORROW: &str = edge!("ca.texting_from", "-infinity", "1");
/// The moment at which they open next, today or tomorrow.
pub(crate) const NEXT_OPENING: &str = formatcp!(
    "(case when {NOW} < {OPENING_TODAY} then {OPENING_TODAY} else {OPENING_TOMORROW} end)"
);
/// The moment at which they end today.
pub(super) const CLOSING_TODAY: &str = edge!("ca.texting_until", "infinity", "0");
/// The moment at which they end tomorrow.
pub(super) const CLOSING_TOMORROW: &str = edge!("ca.texting_until", "infinity", "1");

/// It is within the contact's texting hours, and still will be after the margin (an SQL interval).
/// Hours that never end have no end to keep a margin from.
macro_rules! within_hours {
    ($margin:literal) => {
        formatcp!(
            "({AT_ANY_HOUR}
              or (zone.clock >= ca.texting_from - time '00:00'
                  and zone.clock + interval '{margin}' < ca.texting_until - time '00:00'))",
            margin = $margin
        )
    };
}

/// It is within the contact's texting hours.
pub(crate) const OPEN_NOW: &str = within_hours!("0 minutes");
/// The moment at which they open or end next, whichever comes first; `infinity` if they never do.
pub(crate) const NEXT_EDGE: &str =
    formatcp!("(case when {OPEN_NOW} then {CLOSING_TODAY} else {NEXT_OPENING} end)");
/// It is, and will be for as long as it takes to answer a reply.
pub(super) const OPEN_LONG_ENOUGH_TO_REPLY: &str = within_hours!("2 minutes");
/// It is, and will be for as long as it takes to send the initials of a hand-out.
pub(super) const OPEN_LONG_ENOUGH_FOR_INITIALS: &str = within_hours!("10 minutes");
