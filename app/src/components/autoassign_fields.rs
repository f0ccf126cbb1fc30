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
                hint="Texters get this campaign’s conversations through the request form."
                on=form.auto_assign
            />
            <Switch
                name="auto_release"
                label="Auto-release"
                hint="Replies that a texter leaves unhandled for too long go back into the pool by themselves, for as long as this is on."
                on=form.auto_release
            />
        </div>
        <IntervalPicker picked=form.picked error="autoassign-error"/>
    }
}
