//! The empty state of a list.

use leptos::prelude::*;

/// Says that there is nothing, why that is fine, and what to do next.
#[component]
pub fn EmptyState(
    /// That there is nothing, in a few words.
    title: &'static str,
    /// Why, or what to do.
    text: &'static str,
) -> impl IntoView {
    view! {
        <div class="empty">
            <svg class="empty-mark" viewBox="0 0 64 32" aria-hidden="true">
                <path d="M4 28a28 24 0 0 1 56 0M14 28a18 15 0 0 1 36 0M24 28a8 7 0 0 1 16 0"></path>
            </svg>
            <p class="empty-title">{title}</p>
            <p class="empty-text">{text}</p>
        </div>
    }
}
