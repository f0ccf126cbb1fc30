//! The link from a texter's home to the escalated conversations.

use crate::pages::nav::EscalatedCount;
use crate::view_models::escalated_notice;
use leptos::prelude::*;

/// How many wait for somebody to take them, with the way there, for whose pages say so; hidden as long as there are none. It
/// is a figure, which follows the server.
#[component]
pub fn EscalatedLink() -> impl IntoView {
    use_context::<EscalatedCount>().map(|EscalatedCount(waiting)| {
        let (name, words) = escalated_notice(waiting);
        // An empty text would be a space.
        let words = Some(words).filter(|words| !words.is_empty());
        view! { <p class="notice" role="status"><a href="/escalated" data-figure=name>{words}</a></p> }
    })
}
