//! Moments in the reader's own time zone.

use leptos::prelude::*;

/// Puts every `<time>` on the page, which the server writes in UTC, into the reader's time zone and
/// language. Shows nothing itself.
#[island]
pub fn LocalTimes() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    localize();
    view! { <span hidden></span> }
}

#[cfg(feature = "hydrate")]
fn localize() {
    use leptos::web_sys::js_sys::{Date, Object, Reflect};
    let style = Object::new();
    for (part, how) in [
        ("weekday", "short"),
        ("day", "numeric"),
        ("month", "short"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
    ] {
        let _ = Reflect::set(&style, &part.into(), &how.into());
    }
    let times = document().get_elements_by_tag_name("time");
    for index in 0..times.length() {
        let Some(time) = times.item(index) else {
            continue;
        };
        // Those of islands change, and are put right by their islands.
        if time.has_attribute("data-live") {
            continue;
        }
        let moment = Date::new(&time.get_attribute("datetime").unwrap_or_default().into());
        if !moment.get_time().is_nan() {
            let words = moment.to_locale_string("default", &style);
            time.set_text_content(words.as_string().as_deref());
        }
    }
}
