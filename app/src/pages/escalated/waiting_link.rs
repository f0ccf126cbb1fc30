//! The link from a texter's home to the escalated conversations.

use crate::domain::MAX_ESCALATED;
use leptos::prelude::*;
use sentences::page;

/// How many wait for somebody to take them, with the way there; nothing if there are none.
#[component]
pub fn EscalatedLink(waiting: u32) -> impl IntoView {
    let words = match waiting {
        0 => return None,
        MAX_ESCALATED.. => page::many_escalated_wait(MAX_ESCALATED - 1),
        waiting => page::escalated_wait(waiting),
    };
    Some(view! { <p class="notice"><a href="/escalated">{words}</a></p> })
}
