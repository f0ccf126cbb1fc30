//! A moment in UTC, for plain pages.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use leptos::prelude::*;
use sentences::page;

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

/// A moment for people, in UTC, as browsers write it in the language of who reads.
pub fn clock_words(at: DateTime<Utc>) -> String {
    let weekday = nth_word(page::weekdays(), at.weekday().num_days_from_monday());
    let month = nth_word(page::months(), at.month0());
    let (is_afternoon, hour) = at.hour12();
    let (day, hour, minute) = (
        at.day().to_string(),
        hour.to_string(),
        format!("{:02}", at.minute()),
    );
    if is_afternoon {
        page::moment_after_noon(weekday, month, &day, &hour, &minute)
    } else {
        page::moment_before_noon(weekday, month, &day, &hour, &minute)
    }
}

/// A day for people, in the language of who reads: `Nov 14`.
pub fn day_words(day: NaiveDate) -> String {
    let month = nth_word(page::months(), day.month0());
    page::day_of_month(month, &day.day().to_string())
}

/// A day of any year for people, in the language of who reads: `Nov 14, 2023`.
pub fn date_words(day: NaiveDate) -> String {
    let month = nth_word(page::months(), day.month0());
    page::day_of_year(month, &day.day().to_string(), &day.year().to_string())
}

fn nth_word(words: &'static str, index: u32) -> &'static str {
    words.split(' ').nth(index as usize).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{clock_stamp, clock_words, date_words, day_words};
    use chrono::{DateTime, TimeDelta, Utc};
    use leptos::prelude::{Owner, provide_context};
    use sentences::Language;

    #[test]
    fn is_exact_for_machines_and_short_for_people() {
        let at = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(1_700_000_000);
        assert_eq!(clock_stamp(at), "2023-11-14T22:13:20Z");
        assert_eq!(clock_words(at), "Tue, Nov 14, 10:13 PM UTC");
        let morning = at - TimeDelta::hours(13);
        assert_eq!(clock_words(morning), "Tue, Nov 14, 9:13 AM UTC");
        assert_eq!(day_words(at.date_naive()), "Nov 14");
        assert_eq!(date_words(at.date_naive()), "Nov 14, 2023");
        let in_spanish = Owner::new().with(|| {
            provide_context(Language::Spanish);
            [at, at + TimeDelta::days(50) - TimeDelta::hours(10)].map(clock_words)
        });
        assert_eq!(
            in_spanish,
            [
                "mar, 14 de nov, 10:13 p.m. UTC",
                "mié, 3 de ene, 12:13 p.m. UTC"
            ]
        );
        let days = Owner::new().with(|| {
            provide_context(Language::Spanish);
            [day_words(at.date_naive()), date_words(at.date_naive())]
        });
        assert_eq!(days, ["14 de nov", "14 de nov de 2023"]);
    }
}
