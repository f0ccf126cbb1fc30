//! The picker of an idle interval: presets, and a custom number.

use super::{PickedInterval, derive};
use crate::domain::IdleInterval;
use leptos::prelude::*;
use sentences::admin;

/// Offers 15 minutes to 24 hours and a custom number with a unit, and says what is wrong with it.
#[component]
pub fn IntervalPicker(
    /// What is picked.
    picked: PickedInterval,
    /// The id of the sentence that says so; there may be two pickers on a page.
    error: &'static str,
) -> impl IntoView {
    let wrong = move || picked.interval().err().map(|wrong| wrong.to_string());
    let mut chips: Vec<_> = IdleInterval::PRESETS
        .into_iter()
        .map(IdleInterval::minutes)
        .map(Some)
        .collect();
    chips.push(None);
    let chips = chips
        .into_iter()
        .map(|minutes| view! { <Chip choice=picked.choice minutes/> })
        .collect_view();
    let in_minutes = picked.unit.get_untracked() == "minutes";
    view! {
        <fieldset class="picker">
            <legend>{admin::waiting_for_at_least()}</legend>
            <div class="chips">{chips}</div>
            <div class="custom">
                <input
                    type="text"
                    name="number"
                    inputmode="decimal"
                    autocomplete="off"
                    size="6"
                    aria-label=admin::custom_interval()
                    aria-describedby=error
                    aria-invalid=derive(move || if wrong().is_some() { "true" } else { "false" })
                    value=picked.number.get_untracked()
                    prop:value=derive(move || picked.number.get())
                    on:input=move |event| picked.number.set(event_target_value(&event))
                />
                <select
                    name="unit"
                    aria-label=admin::unit()
                    prop:value=derive(move || picked.unit.get())
                    on:change=move |event| picked.unit.set(event_target_value(&event))
                >
                    <option value="hours" selected=!in_minutes>{admin::hours()}</option>
                    <option value="minutes" selected=in_minutes>{admin::minutes()}</option>
                </select>
            </div>
            <p id=error class="field-error" role="alert">
                {derive(move || wrong().unwrap_or_default())}
            </p>
        </fieldset>
    }
}

/// One of the chips; without minutes, the one for a number of one's own.
#[component]
fn Chip(choice: RwSignal<String>, minutes: Option<u32>) -> impl IntoView {
    let value = minutes.map_or_else(
        || IdleInterval::CUSTOM.to_owned(),
        |minutes| minutes.to_string(),
    );
    let label = match minutes {
        None => admin::custom().to_owned(),
        Some(minutes @ 0..60) => [minutes.to_string().as_str(), " min"].concat(),
        Some(minutes) => [(minutes / 60).to_string().as_str(), " h"].concat(),
    };
    let checked = {
        let value = value.clone();
        derive(move || choice.get() == value)
    };
    view! {
        <label class="chip">
            <input
                type="radio"
                name="interval"
                value=value.clone()
                checked=choice.get_untracked() == value
                prop:checked=checked
                on:change=move |event| choice.set(event_target_value(&event))
            />
            <span>{label}</span>
        </label>
    }
}
