//! The zone in which it is night when the demo is created.

use chrono::{DateTime, Timelike, Utc};

/// A zone for each difference from UTC, the first without one, then eastward; none of them has daylight saving time.
const ZONES: [&str; 24] = [
    "Africa/Abidjan",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Africa/Nairobi",
    "Asia/Dubai",
    "Asia/Karachi",
    "Asia/Dhaka",
    "Asia/Bangkok",
    "Asia/Manila",
    "Asia/Tokyo",
    "Pacific/Guam",
    "Pacific/Guadalcanal",
    "Pacific/Fiji",
    "Pacific/Pago_Pago",
    "Pacific/Honolulu",
    "Pacific/Gambier",
    "Pacific/Pitcairn",
    "America/Phoenix",
    "America/Costa_Rica",
    "America/Lima",
    "America/Puerto_Rico",
    "America/Argentina/Buenos_Aires",
    "America/Noronha",
    "Atlantic/Cape_Verde",
];

/// The zone in which it is between nine and ten in the evening: texting hours from 9:00 to 21:00 have just closed, and
/// stay closed for eleven hours.
pub(super) fn night_zone(now: DateTime<Utc>) -> &'static str {
    // From 21 to 44 less the hour, which is within a day of zones.
    let east = (21 + 24 - now.hour() as usize) % ZONES.len();
    ZONES[east]
}
