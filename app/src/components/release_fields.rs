//! The fields of a release form.

use super::{Derived, IntervalPicker, ReleaseForm, ReleaseSubject, Switch, derive};
use leptos::prelude::*;
use sentences::admin;

/// Interval and switches. Who names a campaign means it, so that there is nothing to switch then; and
/// "also campaigns with auto-assign off" is there only if there is anything on such campaigns.
#[component]
pub fn ReleaseFields(
    /// What they hold.
    form: ReleaseForm,
    /// What the form is about.
    subject: RwSignal<ReleaseSubject>,
    /// How many replies are left out because auto-assign is off on their campaigns.
    auto_assign_off: Derived<u32>,
) -> impl IntoView {
    let one = derive(move || subject.get().campaign.is_some());
    let nothing_to_include =
        derive(move || auto_assign_off() == 0 && !form.include_auto_assign_off.get());
    view! {
        <IntervalPicker picked=form.picked error="interval-error"/>
        <div class="switches" hidden=one>
            <Switch
                name="include_team_restricted"
                label=admin::also_restricted_to_teams()
                on=form.include_team_restricted
            />
            <Switch
                name="only_within_texting_hours"
                label=admin::only_within_texting_hours_now()
                on=form.only_within_texting_hours
            />
            <div hidden=nothing_to_include>
                <Switch
                    name="include_auto_assign_off"
                    label=admin::also_auto_assign_off()
                    hint=admin::not_until_auto_assign_is_on()
                    on=form.include_auto_assign_off
                />
            </div>
        </div>
    }
}
