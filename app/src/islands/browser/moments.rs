//! Moments as a reader has them: in their own time zone. On the server, in UTC.

use chrono::{DateTime, Utc};

/// For machines: the attribute of a `<time>`.
pub fn moment_stamp(at: DateTime<Utc>) -> String {
    #[cfg(feature = "hydrate")]
    return String::from(date(at).to_iso_string());
    #[cfg(not(feature = "hydrate"))]
    crate::components::clock_stamp(at)
}

/// For people: the time of day, and the day if it is not today.
pub fn moment_words(at: DateTime<Utc>) -> String {
    #[cfg(feature = "hydrate")]
    {
        use leptos::web_sys::js_sys::{Date, Object, Reflect};
        let style = Object::new();
        let (date, today) = (date(at), Date::new_0().to_date_string());
        let mut parts = vec![("hour", "2-digit"), ("minute", "2-digit")];
        if date.to_date_string() != today {
            parts.extend([("weekday", "short"), ("day", "numeric"), ("month", "short")]);
        }
        for (part, how) in parts {
            let _ = Reflect::set(&style, &part.into(), &how.into());
        }
        // The same function of the browser as for a day, so that the two look alike.
        let words = date.to_locale_string("default", &style);
        String::from(words)
    }
    #[cfg(not(feature = "hydrate"))]
    crate::components::clock_words(at)
}

#[cfg(feature = "hydrate")]
fn date(at: DateTime<Utc>) -> leptos::web_sys::js_sys::Date {
    leptos::web_sys::js_sys::Date::new(&(at.timestamp_millis() as f64).into())
}
