//! How long a reply may sit: chips, and a number of one's own.

use super::PickedInterval;
use crate::domain::{IdleInterval, IntervalUnit};
use leptos::prelude::*;

/// Offers 15 minutes to 24 hours and a custom number with a unit, and says what is wrong with it.
#[component]
pub fn IntervalPicker(
    /// What is picked.
    picked: RwSignal<PickedInterval>,
) -> impl IntoView {
    let wrong = Memo::new(move |_| picked.with(|picked| picked.interval().err()));
    let presets = IdleInterval::PRESETS
        .map(|preset| view! { <Chip picked preset=Some(preset)/> })
        .into_iter()
        .collect_view();
    let start = picked.get_untracked();
    let unit = move |unit: IntervalUnit| picked.with(|picked| picked.unit == unit);
    view! {
        <fieldset class="picker">
            <legend>"Idle for at least"</legend>
            <div class="chips">{presets}<Chip picked preset=None/></div>
            <div class="custom">
                <input
                    type="text"
                    name="number"
                    inputmode="decimal"
                    autocomplete="off"
                    size="6"
                    aria-label="Custom interval"
                    aria-describedby="interval-error"
                    aria-invalid=move || wrong.get().map(|_| "true")
                    value=start.number
                    on:input=move |event| {
                        let number = event_target_value(&event);
                        picked.update(|picked| picked.number = number);
                    }
                />
                <select
                    name="unit"
                    aria-label="Unit"
                    on:change=move |event| {
                        let minutes = event_target_value(&event) == "minutes";
                        let unit = if minutes { IntervalUnit::Minutes } else { IntervalUnit::Hours };
                        picked.update(|picked| picked.unit = unit);
                    }
                >
                    <option value="hours" selected=unit(IntervalUnit::Hours)>"hours"</option>
                    <option value="minutes" selected=unit(IntervalUnit::Minutes)>"minutes"</option>
                </select>
            </div>
            <p id="interval-error" class="field-error" role="alert">
                {move || wrong.get().map(|wrong| wrong.to_string())}
            </p>
        </fieldset>
    }
}

/// One of the chips; without a preset, the one for a number of one's own.
#[component]
fn Chip(picked: RwSignal<PickedInterval>, preset: Option<IdleInterval>) -> impl IntoView {
    let value = preset.map_or_else(|| "custom".to_owned(), |preset| preset.minutes().to_string());
    let label = match preset.map(IdleInterval::minutes) {
        None => "Custom".to_owned(),
        Some(minutes @ 0..60) => format!("{minutes} min"),
        Some(minutes) => format!("{} h", minutes / 60),
    };
    view! {
        <label class="chip">
            <input
                type="radio"
                name="interval"
                value=value
                checked=picked.with_untracked(|picked| picked.preset == preset)
                prop:checked=move || picked.with(|picked| picked.preset == preset)
                on:change=move |_| picked.update(|picked| picked.preset = preset)
            />
            <span>{label}</span>
        </label>
    }
}
