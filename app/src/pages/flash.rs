//! The flash message of a plain form that succeeded.

use super::query::query;
use crate::components::form_error;
use leptos::prelude::*;

/// A key, and its message in the language of who reads.
pub type Message = (&'static str, fn() -> &'static str);

/// A flash message, chosen by `?done=…`; not shown when a form was refused since.
#[component]
pub fn Flash(
    /// The messages to choose from.
    words: &'static [Message],
) -> impl IntoView {
    let key = query("done").filter(|_| form_error().is_none());
    let sentence = key.and_then(|key| {
        let message = words.iter().find(|(name, _)| *name == key);
        message.map(|(_, sentence)| sentence())
    });
    view! {
        <div role="status">
            {sentence.map(|sentence| view! { <p class="notice notice-good">{sentence}</p> })}
        </div>
    }
}
