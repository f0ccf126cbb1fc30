//! The moments on a page in the reader's own time zone.

use leptos::prelude::*;

/// The localization of every `<time>` of the plain page, which the server writes in UTC. Shows nothing itself.
#[island]
pub fn LocalTimes() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    super::browser::localize_times(&document());
    view! { <span hidden></span> }
}
