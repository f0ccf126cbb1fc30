//! The checkbox that confirms a release.

use super::{Derived, derive};
use leptos::prelude::*;
use sentences::admin;

/// A checkbox without which a campaign that is not auto-assigned is not released from. The button of its form is off until
/// it is ticked.
#[component]
pub fn ConfirmCheckbox(
    /// The form field.
    name: &'static str,
    /// Whether it is asked for.
    needed: Derived<bool>,
    /// Whether it is ticked.
    on: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="confirm-checkbox" hidden=derive(move || !needed())>
            <input
                type="checkbox"
                name=name
                value="true"
                prop:checked=derive(move || on.get())
                on:change=move |event| on.set(event_target_checked(&event))
            />
            <span>{admin::release_anyway()}</span>
        </label>
    }
}
