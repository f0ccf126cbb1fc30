//! The time zones that a field suggests.

use leptos::prelude::*;

/// The id of the list, for the fields.
pub(crate) const ZONES: &str = "zones";

/// Those of the United States. Every IANA zone is taken.
const SUGGESTED: [&str; 9] = [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "Pacific/Guam",
];

/// The list of suggestions, once on a page.
#[component]
pub(crate) fn ZoneSuggestions() -> impl IntoView {
    let zones = SUGGESTED.map(|zone| view! { <option value=zone></option> });
    view! { <datalist id=ZONES>{zones.collect_view()}</datalist> }
}
