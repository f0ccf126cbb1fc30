//! A moment that may change.

use super::browser::{moment_stamp, moment_words};
use crate::components::Live;
use chrono::{DateTime, Utc};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// A moment in an island; nothing is shown if there is none. The words that the server wrote, in UTC, are
/// replaced by the reader's own as soon as the island is awake.
#[component]
pub fn Moment(at: Live<Option<DateTime<Utc>>>) -> impl IntoView {
    let time = NodeRef::<html::Time>::new();
    let (gone, stamp, first) = (Arc::clone(&at), Arc::clone(&at), at());
    Effect::new(move |_| {
        if let (Some(time), Some(at)) = (time.get(), at()) {
            time.set_text_content(Some(&moment_words(at)));
        }
    });
    view! {
        <time
            node_ref=time
            data-live="true"
            hidden=move || gone().is_none()
            datetime=move || stamp().map(moment_stamp)
            inner_html=first.map(first_words)
        ></time>
    }
}

/// What stands there until the island is awake; waking does not touch it.
fn first_words(at: DateTime<Utc>) -> String {
    if cfg!(feature = "ssr") {
        moment_words(at)
    } else {
        String::new()
    }
}
