//! A switch in an island.

use super::derive;
use leptos::prelude::*;

/// A checkbox that looks like a switch. In a plain form it sends `true`, or nothing at all.
#[component]
pub fn Switch(
    /// The form field.
    name: &'static str,
    /// What is switched.
    label: &'static str,
    /// What that means, in a sentence.
    #[prop(optional)]
    hint: &'static str,
    /// Whether it is on.
    on: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="switch">
            <input
                type="checkbox"
                role="switch"
                name=name
                value="true"
                checked=on.get_untracked()
                prop:checked=derive(move || on.get())
                on:change=move |event| on.set(event_target_checked(&event))
            />
            <span class="switch-text">
                {label}
                <small>{hint}</small>
            </span>
        </label>
    }
}
