//! The logo of Baton.

use leptos::prelude::*;

/// A baton between two hands' lanes. For decoration: the word stands beside it.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
            <path class="logo-lane" d="M3 21 15 9M17 29 29 17"></path>
            <path class="logo-baton" d="M9 23 23 9"></path>
        </svg>
    }
}
