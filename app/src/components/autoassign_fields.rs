//! The fields of the Autoassign Mode form.

use super::{AutoassignForm, IntervalPicker, Switch};
use leptos::prelude::*;
use sentences::admin;

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
                label=admin::auto_assign()
                hint=admin::what_auto_assign_does()
                on=form.auto_assign
            />
            <Switch
                name="auto_release"
                label=admin::auto_release()
                hint=admin::what_auto_release_does()
                on=form.auto_release
            />
        </div>
        <IntervalPicker picked=form.picked error="autoassign-error"/>
        // Shown by the style sheet as long as only the second is on, so also without WASM.
        <p class="notice notice-warning autoassign-alert" role="alert">
            {admin::auto_release_needs_auto_assign()}
        </p>
    }
}
