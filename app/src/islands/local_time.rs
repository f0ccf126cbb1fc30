//! Moments on a page in the reader's own time zone: one that changes in an island, and those of plain HTML.

use super::browser::{iso_timestamp, local_time};
use crate::components::Derived;
use chrono::{DateTime, Utc};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// A moment in an island; nothing is shown if there is none. The text that the server wrote, in UTC, is
/// replaced by the reader's own as soon as the island is hydrated.
#[component]
pub fn LocalTime(at: Derived<Option<DateTime<Utc>>>) -> impl IntoView {
    let time = NodeRef::<html::Time>::new();
    let (gone, stamp, first) = (Arc::clone(&at), Arc::clone(&at), at());
    Effect::new(move |_| {
        if let (Some(time), Some(at)) = (time.get(), at()) {
            time.set_text_content(Some(&local_time(at)));
        }
    });
    view! {
        <time
            node_ref=time
            data-live="true"
            hidden=move || gone().is_none()
            datetime=move || stamp().map(iso_timestamp)
            inner_html=first.map(server_text)
        ></time>
    }
}

/// The text until the island is hydrated; hydration does not touch it.
fn server_text(at: DateTime<Utc>) -> String {
    if cfg!(feature = "ssr") {
        local_time(at)
    } else {
        String::new()
    }
}

/// The localization of every `<time>` of the plain page, which the server writes in UTC. Shows nothing itself.
#[island]
pub fn LocalTimes() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    super::browser::localize_times();
    view! { <span hidden></span> }
}
