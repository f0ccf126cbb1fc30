//! The form of the organization: its name, what new campaigns begin with, and what texters see.

use crate::api::settings::SaveSettings;
use crate::components::{Field, FieldSentence, TextArea, Toggle};
use crate::domain::SCRIPT_FIELDS;
use crate::pages::form_state::FormState;
use crate::pages::zone_suggestions::{ZONES, ZoneSuggestions};
use crate::ports::OrganizationSettings;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

#[component]
pub(super) fn OrganizationForm(version: i32, settings: OrganizationSettings) -> impl IntoView {
    let form = FormState::of("settings");
    let fields = SCRIPT_FIELDS
        .map(|name| view! { <li><code>"{"{name}"}"</code></li> })
        .collect_view();
    view! {
        <form
            method="post"
            action=SaveSettings::PATH
            class="card form"
            aria-label=page::organization()
            novalidate
            data-unsaved="settings"
        >
            <input type="hidden" name="version" value=form.text("version", version.to_string())/>
            <Field
                id="name"
                name="name"
                label=page::organization_name()
                autocomplete="organization"
                value=form.text("name", settings.name)
                error=form.error("name")
            />
            <Field
                id="texting_from"
                name="texting_from"
                label=page::new_campaigns_text_from()
                hint=page::what_default_hours_mean()
                value=form.text("texting_from", settings.texting_from.as_str())
                error=form.error("texting_from")
            />
            <Field
                id="texting_until"
                name="texting_until"
                label=page::new_campaigns_text_until()
                hint=page::midnight_is_24()
                value=form.text("texting_until", settings.texting_until.as_str())
                error=form.error("texting_until")
            />
            <Field
                id="time_zone"
                name="time_zone"
                label=page::time_zone_of_new_campaigns()
                hint=page::what_default_zone_means()
                suggestions=ZONES
                value=form.text("time_zone", settings.time_zone.unwrap_or_default())
                error=form.error("time_zone")
            />
            <ZoneSuggestions/>
            <Toggle
                name="shows_last_names"
                label=page::texters_see_last_names()
                hint=page::what_hidden_last_names_mean()
                on=form.on("shows_last_names", settings.shows_last_names)
            />
            <div class="form-field">
                <label class="field" for="opt_out_goodbye">{page::goodbye_of_opt_outs()}</label>
                <TextArea
                    id="opt_out_goodbye"
                    name="opt_out_goodbye"
                    text=form.text("opt_out_goodbye", settings.opt_out_goodbye)
                    described_by="opt_out_goodbye-error opt_out_goodbye-hint"
                />
                <FieldSentence id="opt_out_goodbye" error=form.error("opt_out_goodbye")/>
                <div id="opt_out_goodbye-hint" class="script-fields">
                    <p class="hint">
                        {page::what_goodbye_means()}" "{page::a_default_for_what_is_blank("{firstName|neighbor}")}
                        " "{page::filled_in_for_each_contact()}
                    </p>
                    <ul class="tags">{fields}</ul>
                </div>
            </div>
            <div class="dialog-actions">
                <button class="button primary">{admin::save()}</button>
            </div>
        </form>
    }
}
