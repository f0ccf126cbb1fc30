//! A moment that changes, in the reader's own time zone.

use crate::components::Derived;
use crate::islands::browser::{iso_timestamp, local_time};
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
