//! What a plain form did.

use super::query::query;
use crate::components::form_error;
use leptos::prelude::*;

/// Says that it is done, in the words that belong to `?done=…`; a form that was refused since says more.
#[component]
pub fn Done(
    /// What each says.
    words: &'static [(&'static str, &'static str)],
) -> impl IntoView {
    let said = query("done").filter(|_| form_error().is_none());
    let sentence = said.and_then(|done| {
        let found = words.iter().find(|(what, _)| *what == done);
        found.map(|(_, sentence)| *sentence)
    });
    view! {
        <div role="status">
            {sentence.map(|sentence| view! { <p class="notice notice-good">{sentence}</p> })}
        </div>
    }
}
