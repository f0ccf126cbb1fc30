//! The alert that a request failed.

use super::derive;
use leptos::prelude::*;

/// An alert with the sentence of an error, if there is one; it is read out when it appears.
#[component]
pub fn Alert(
    /// The sentence, or nothing.
    sentence: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div role="alert">
            <p class="notice notice-error" hidden=derive(move || sentence.get().is_empty())>
                {derive(move || sentence.get())}
            </p>
        </div>
    }
}
