//! The fields of the Autoassign Mode form.

use super::{AutoassignForm, IntervalPicker, Switch};
use leptos::prelude::*;

/// The two switches, and the interval, which the style sheet shows as long as the second is on.
#[component]
pub fn AutoassignFields(
    /// What they hold.
    form: AutoassignForm,
) -> impl IntoView {
    view! {
        <div class="switches">
            <Switch
                name="auto_assign"
                label="Auto-assign"
                hint="Texters can request this campaign’s conversations."
                on=form.auto_assign
            />
            <Switch
                name="auto_release"
                label="Auto-release"
                hint="Replies that a texter has not handled in time are released automatically, as long as this is on."
                on=form.auto_release
            />
        </div>
        <IntervalPicker picked=form.picked error="autoassign-error"/>
        // Shown by the style sheet as long as only the second is on, so also without WASM.
        <p class="notice notice-warning autoassign-alert" role="alert">
            "Auto-release does nothing while auto-assign is off, because texters could not request the replies. Turn auto-assign on too."
        </p>
    }
}
