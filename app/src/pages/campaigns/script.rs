//! The card of the script and the due date.

use super::blanks::BlanksWarning;
use super::section::{Section, SectionForm};
use crate::api::campaigns::SaveScript;
use crate::components::{Field, FieldSentence, TextArea};
use crate::domain::{CampaignState, MAX_SCRIPT_CHARACTERS, SCRIPT_FIELDS, unknown_fields};
use crate::pages::form_state::FormState;
use crate::ports::CampaignSettings;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The script with the fields that it may name, and the due date.
#[component]
pub(super) fn ScriptCard(section: Section, settings: CampaignSettings) -> impl IntoView {
    let form_state = FormState::of("script");
    let due_on = settings
        .due_on
        .map(|day| day.to_string())
        .unwrap_or_default();
    let names: Vec<String> = SCRIPT_FIELDS
        .map(str::to_owned)
        .into_iter()
        .chain(settings.custom_fields.clone())
        .collect();
    let theirs = vec![
        (page::script(), settings.script.clone()),
        (page::due_date(), due_on.clone()),
    ];
    let script = form_state.text("script", settings.script);
    let unknown = if settings.checks.has_contacts {
        unknown_fields(&script, &names)
    } else {
        Vec::new()
    };
    let warning = (!unknown.is_empty()).then(|| page::contacts_have_no_field(&unknown.join(", ")));
    // A draft's stand on its checklist.
    let blank = match settings.state {
        CampaignState::Draft => Vec::new(),
        _ => settings.checks.blank_fields,
    };
    let fields = names
        .into_iter()
        .map(|name| view! { <li><code>"{"{name}"}"</code></li> })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="script-title">
            <h2 id="script-title">{page::script_and_due_date()}</h2>
            <SectionForm section action=SaveScript::PATH button=page::save_script_and_due_date() theirs>
                <div class="form-field">
                    <label class="field" for="script">{page::script_of_initial_message()}</label>
                    <TextArea id="script" name="script" text=script rows=5 maxlength=MAX_SCRIPT_CHARACTERS as u32 described_by="script-error script-fields"/>
                    <FieldSentence id="script" error=form_state.error("script")/>
                    <div id="script-warning" data-answer="">
                        {warning.map(|warning| view! { <p class="notice notice-warning">{warning}</p> })}
                        <BlanksWarning blank/>
                    </div>
                    <div id="script-fields" class="script-fields">
                        <p class="hint">{page::a_default_for_what_is_blank("{firstName|neighbor}")}" "{page::filled_in_for_each_contact()}</p>
                        <ul class="tags">{fields}</ul>
                    </div>
                </div>
                <Field
                    id="due_on"
                    name="due_on"
                    label=page::due_date()
                    kind="date"
                    hint=page::what_due_date_means()
                    value=form_state.text("due_on", due_on)
                    error=form_state.error("due_on")
                />
                {settings.overdue.then(|| view! {
                    <p class="notice notice-warning">{page::due_date_has_passed()}</p>
                })}
            </SectionForm>
        </section>
    }
}
