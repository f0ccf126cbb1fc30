//! That somebody means it.

use super::{Live, live};
use leptos::prelude::*;
use std::sync::Arc;

/// A checkbox without which a campaign that is not auto-assigned is not released from. A plain form does
/// not go off until it is ticked.
#[component]
pub fn Confirmation(
    /// The form field.
    name: &'static str,
    /// Whether it is asked for.
    needed: Live<bool>,
    /// Whether it is ticked.
    on: RwSignal<bool>,
) -> impl IntoView {
    let required = Arc::clone(&needed);
    view! {
        <label class="confirmation" hidden=live(move || !needed())>
            <input
                type="checkbox"
                name=name
                value="true"
                required=required
                prop:checked=live(move || on.get())
                on:change=move |event| on.set(event_target_checked(&event))
            />
            <span>"Release them all the same, although auto-assign is off for this campaign"</span>
        </label>
    }
}
