//! The card of the canned responses.

use super::section::{Section, SectionForm};
use crate::api::campaigns::SaveResponses;
use crate::components::{Field, NumberedTextArea};
use crate::domain::{CampaignState, CannedResponse, MAX_CANNED_RESPONSES, MAX_SCRIPT_CHARACTERS};
use crate::pages::form_state::FormState;
use crate::pages::query::query_as;
use crate::ports::CampaignSettings;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;
use std::sync::Arc;

/// Every response with its place, its title and its text, and room for one more. A page that saves by itself gets its next
/// room by an empty part, which the answer fills (`script/autosave.js`): its rows stay as they are.
#[component]
pub(super) fn ResponsesCard(section: Section, settings: CampaignSettings) -> impl IntoView {
    let form = Arc::new(FormState::of("responses"));
    let is_draft = section.state == CampaignState::Draft;
    let saved = settings.responses;
    let words = |one: &CannedResponse| [&one.title, ": ", &one.body].concat();
    let theirs: Vec<String> = saved.iter().map(words).collect();
    let theirs = vec![(page::canned_responses(), theirs.join("\n\n"))];
    let rows = query_as::<usize>("rows").map(|rows| rows.min(2 * MAX_CANNED_RESPONSES));
    let filled = if form.filled_in() {
        rows.unwrap_or(saved.len())
    } else {
        saved.len()
    };
    // What was refused has room for one more already.
    let room = (!form.filled_in()).then(|| rows.unwrap_or(filled).max(filled));
    let room = room.filter(|_| filled < MAX_CANNED_RESPONSES);
    let mut saved = saved.into_iter();
    let responses = (0..filled)
        .map(|row| view! { <ResponseFields row saved=saved.next() form=form.clone()/> })
        .collect_view();
    let next = room.map(|row| {
        view! {
            <div id=slot(row) data-answer=is_draft.then_some("")>
                <ResponseFields row saved=None form=form.clone()/>
            </div>
        }
    });
    let first_slot = room.map_or(filled, |row| row + 1);
    let slots = (first_slot..MAX_CANNED_RESPONSES)
        .filter(|_| is_draft)
        .map(|row| view! { <div id=slot(row) data-answer=""></div> })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="responses-title">
            <h2 id="responses-title">{page::canned_responses()}</h2>
            <p>{page::what_canned_responses_do()}" "{page::a_default_for_what_is_blank("{firstName|neighbor}")}</p>
            <SectionForm section action=SaveResponses::PATH button=page::save_canned_responses() theirs>
                <div id="responses">{responses}{next}{slots}</div>
            </SectionForm>
        </section>
    }
}

fn slot(row: usize) -> String {
    format!("response-slot-{row}")
}

/// One of them, or room for a new one.
#[component]
fn ResponseFields(
    row: usize,
    saved: Option<CannedResponse>,
    form: Arc<FormState>,
) -> impl IntoView {
    let field = |name: &str| format!("responses[{row}][{name}]");
    let key = |name: &str| format!("{name}-{row}");
    let is_new = saved.is_none();
    let (id, title, body) = saved.map_or_else(Default::default, |saved| {
        let id = saved.id.map(|id| id.to_string()).unwrap_or_default();
        (id, saved.title, saved.body)
    });
    let id = form.text(&key("id"), id);
    let name = if is_new && id.is_empty() {
        page::new_canned_response().to_owned()
    } else {
        page::canned_response_number(&sentences::size(row + 1))
    };
    let body_key = key("body");
    view! {
        <fieldset class="response">
            <legend class="field">{name}</legend>
            <input type="hidden" name=field("id") value=id/>
            <Field
                id=key("title")
                name=field("title")
                label=page::canned_response_title()
                value=form.text(&key("title"), title)
                error=form.error(&key("title"))
            />
            <div class="form-field">
                <label class="field" for=body_key.clone()>{page::canned_response_text()}</label>
                <NumberedTextArea
                    id=body_key.clone()
                    name=field("body")
                    text=form.text(&body_key, body)
                    maxlength=MAX_SCRIPT_CHARACTERS
                    error=form.error(&body_key)
                />
            </div>
            <div class="response-line">
                <Field
                    id=key("position")
                    name=field("position")
                    label=page::canned_response_position()
                    kind="number"
                    value=form.text(&key("position"), "")
                    error=form.error(&key("position"))
                />
                <label class="tick">
                    <input type="checkbox" name=field("remove") value="true" checked=form.on(&key("remove"), false)/>
                    <span>{page::remove_canned_response()}</span>
                </label>
            </div>
        </fieldset>
    }
}
