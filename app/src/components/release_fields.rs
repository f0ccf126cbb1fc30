//! The fields of a release form.

use super::{IntervalPicker, Live, ReleaseForm, Switch, live};
use leptos::prelude::*;

/// Interval and switches. "Include them" is there only if there is anything to include.
#[component]
pub fn ReleaseFields(
    /// What they hold.
    form: ReleaseForm,
    /// How many replies are left out because auto-assign is off on their campaigns.
    auto_assign_off: Live<u32>,
) -> impl IntoView {
    let nothing_to_include =
        live(move || auto_assign_off() == 0 && !form.include_auto_assign_off.get());
    view! {
        <IntervalPicker picked=form.picked/>
        <div class="switches">
            <Switch
                name="include_team_restricted"
                label="Also campaigns restricted to teams"
                on=form.include_team_restricted
            />
            <Switch
                name="only_within_texting_hours"
                label="Only contacts within texting hours now"
                on=form.only_within_texting_hours
            />
            <div hidden=nothing_to_include>
                <Switch
                    name="include_auto_assign_off"
                    label="Include them: replies on campaigns with auto-assign off"
                    hint="The request form does not hand them out until auto-assign is on."
                    on=form.include_auto_assign_off
                />
            </div>
        </div>
    }
}
