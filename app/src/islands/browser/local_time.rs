//! Local time: a moment in the reader's own time zone and language; in UTC on the server.

use chrono::{DateTime, Utc};

/// The ISO 8601 timestamp of a moment, as the attribute of a `<time>`.
pub fn iso_timestamp(at: DateTime<Utc>) -> String {
    #[cfg(feature = "hydrate")]
    return String::from(intl::date(at).to_iso_string());
    #[cfg(not(feature = "hydrate"))]
    crate::components::clock_stamp(at)
}

/// The time of day of a moment, and the day if it is not today.
pub fn local_time(at: DateTime<Utc>) -> String {
    #[cfg(feature = "hydrate")]
    {
        String::from(intl::format(&intl::date(at)))
    }
    #[cfg(not(feature = "hydrate"))]
    crate::components::clock_words(at)
}

/// Localizes every `<time>` of a plain page. Those of islands change, and are localized by their islands.
#[cfg(feature = "hydrate")]
pub fn localize_times(page: &web_sys::Document) {
    use leptos::web_sys::js_sys::Date;
    let times = page.get_elements_by_tag_name("time");
    for index in 0..times.length() {
        let Some(time) = times.item(index) else {
            continue;
        };
        if time.has_attribute("data-live") {
            continue;
        }
        let date = Date::new(&time.get_attribute("datetime").unwrap_or_default().into());
        if !date.get_time().is_nan() {
            let text = intl::format(&date);
            time.set_text_content(text.as_string().as_deref());
        }
    }
}

#[cfg(feature = "hydrate")]
mod intl {
    use chrono::{DateTime, Utc};
    use leptos::web_sys::js_sys::{Date, JsString, Object, Reflect};

    pub(super) fn date(at: DateTime<Utc>) -> Date {
        Date::new(&(at.timestamp_millis() as f64).into())
    }

    /// The time of day, and the day unless it is today.
    pub(super) fn format(date: &Date) -> JsString {
        let with_day = date.to_date_string() != Date::new_0().to_date_string();
        let options = Object::new();
        let parts = [
            ("hour", "numeric"),
            ("minute", "2-digit"),
            ("weekday", "short"),
            ("day", "numeric"),
            ("month", "short"),
        ];
        let count = if with_day { parts.len() } else { 2 };
        for (part, style) in parts.into_iter().take(count) {
            let _ = Reflect::set(&options, &part.into(), &style.into());
        }
        date.to_locale_string(&super::super::page_language(), &options)
    }
}
