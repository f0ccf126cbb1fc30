//! What went wrong.

use super::live;
use leptos::prelude::*;

/// A sentence about what went wrong, if anything did; it is read out when it appears.
#[component]
pub fn Trouble(
    /// The sentence, or nothing.
    sentence: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div role="alert">
            <p class="notice notice-error" hidden=live(move || sentence.get().is_empty())>
                {live(move || sentence.get())}
            </p>
        </div>
    }
}
