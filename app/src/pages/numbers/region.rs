//! The form that says how numbers without a country code are read.

use crate::api::numbers::SaveRegion;
use crate::components::Choice;
use crate::pages::form_state::FormState;
use crate::ports::CallingCode;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

#[component]
pub(super) fn RegionForm(region: String, regions: &'static [CallingCode]) -> impl IntoView {
    let form = FormState::of("region");
    let mut options: Vec<_> = regions
        .iter()
        .map(|choice| {
            let name = format!("{} (+{})", choice.name(), choice.code);
            (choice.region.as_str(), name)
        })
        .collect();
    options.sort_by_cached_key(|(_, name)| name.to_lowercase());
    view! {
        <section class="card" aria-labelledby="region-title">
            <h2 id="region-title">{page::numbers_without_a_country_code()}</h2>
            <form method="post" action=SaveRegion::PATH class="form" data-unsaved="region">
                <input type="hidden" name="was" value=region.clone()/>
                <Choice
                    id="region"
                    name="region"
                    label=page::are_read_as_numbers_of()
                    options
                    chosen=form.text("region", region)
                    error=form.error("region")
                />
                <p class="hint">{page::what_the_region_does()}</p>
                <div class="dialog-actions">
                    <button class="button">{admin::save()}</button>
                </div>
            </form>
        </section>
    }
}
