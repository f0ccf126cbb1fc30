//! The fields of Autoassign Mode of several campaigns.

use super::chosen_autoassign::ChosenAutoassign;
use crate::components::IntervalPicker;
use leptos::prelude::*;
use sentences::{admin, page};

/// The two switches, each of which can be left as every campaign has it, and the interval, which the style sheet shows as
/// long as the second is on. They begin with what all have in common, so that nobody overwrites what they have not seen.
#[component]
pub(super) fn ChosenSwitches(autoassign: ChosenAutoassign) -> impl IntoView {
    view! {
        <input type="hidden" name="versions" value=autoassign.versions.to_string()/>
        <ChosenSwitch
            name="auto_assign"
            label=admin::auto_assign()
            hint=admin::what_auto_assign_does()
            on=autoassign.auto_assign
        />
        <ChosenSwitch
            name="auto_release"
            label=admin::auto_release()
            hint=admin::what_auto_release_does()
            on=autoassign.auto_release
        />
        <IntervalPicker picked=autoassign.picked error="autoassign-error"/>
        // Shown by the style sheet as long as only the second is on.
        <p class="notice notice-warning autoassign-alert" role="alert">
            {admin::auto_release_needs_auto_assign()}
        </p>
    }
}

/// On, off, or as each campaign has it.
#[component]
fn ChosenSwitch(
    /// The form field.
    name: &'static str,
    /// What is switched.
    label: &'static str,
    /// What that means, in a sentence.
    hint: &'static str,
    /// What is chosen; `None` = it stays as each has it.
    on: Option<bool>,
) -> impl IntoView {
    let chips = [
        ("true", page::only_on(), Some(true)),
        ("false", page::only_off(), Some(false)),
        ("", page::leave_as_it_is(), None),
    ];
    let chips = chips
        .into_iter()
        .map(|(value, words, choice)| {
            view! {
                <label class="chip">
                    <input type="radio" name=name value=value checked={on == choice}/>
                    <span>{words}</span>
                </label>
            }
        })
        .collect_view();
    let hint_id = format!("what-{name}-does");
    let described_by = hint_id.clone();
    view! {
        <fieldset class="chosen-switch" aria-describedby=described_by>
            <legend>{label}</legend>
            <p class="hint" id=hint_id>{hint}</p>
            <div class="chips">{chips}</div>
        </fieldset>
    }
}
