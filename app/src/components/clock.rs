//! A moment in UTC, for plain pages.

use chrono::{DateTime, Datelike, Timelike, Utc};
use leptos::prelude::*;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A moment in words, in UTC; the island `LocalTimes` puts it into the reader's own zone.
#[component]
pub fn Clock(
    /// Which moment.
    at: DateTime<Utc>,
) -> impl IntoView {
    view! { <time datetime=clock_stamp(at)>{clock_words(at)}</time> }
}

/// A moment for machines, as the attribute of a `<time>`.
pub fn clock_stamp(at: DateTime<Utc>) -> String {
    let (year, month, day) = (at.year(), at.month(), at.day());
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
        at.hour(),
        at.minute(),
        at.second()
    )
}

/// A moment for people, in UTC, in the style that browsers write in American English.
pub fn clock_words(at: DateTime<Utc>) -> String {
    // Months count from 0 to 11 here, and there are twelve names.
    let month = MONTHS[at.month0() as usize];
    let (afternoon, hour) = at.hour12();
    let half = if afternoon { "PM" } else { "AM" };
    let (weekday, day, minute) = (at.weekday(), at.day(), at.minute());
    format!("{weekday}, {month} {day}, {hour:02}:{minute:02} {half} UTC")
}

#[cfg(test)]
mod tests {
    use super::{clock_stamp, clock_words};
    use chrono::{DateTime, TimeDelta, Utc};

    #[test]
    fn is_exact_for_machines_and_short_for_people() {
        let at = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(1_700_000_000);
        assert_eq!(clock_stamp(at), "2023-11-14T22:13:20Z");
        assert_eq!(clock_words(at), "Tue, Nov 14, 10:13 PM UTC");
    }
}
