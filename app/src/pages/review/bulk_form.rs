//! The fields of a bulk action, above the list of Message Review: which conversations, and what to do with them.

use crate::domain::{BulkChange, MemberId, TagId};
use crate::pages::form_state::FormState;
use crate::pages::query::query;
use crate::view_models::{bulk_change_label, review_field_label};
use leptos::prelude::*;
use sentences::page;

/// The name of the form, for what it was filled in with when it was refused.
const FORM: &str = "bulk";

/// The conversations that were ticked when the form was refused.
pub(super) fn ticked() -> Vec<String> {
    if !FormState::of(FORM).filled_in() {
        return Vec::new();
    }
    let ticked = query("ticked").unwrap_or_default();
    ticked.split_whitespace().map(str::to_owned).collect()
}

/// Folded away until somebody means to change several. It is part of the form that the list is in.
#[component]
pub(super) fn BulkForm(
    /// The address of the list.
    back: String,
    receivers: Vec<(MemberId, String)>,
    tags: Vec<(TagId, String)>,
    /// The list has no line yet: only all that match can be meant.
    nothing_to_tick: bool,
) -> impl IntoView {
    let state = FormState::of(FORM);
    let matching = nothing_to_tick || state.on("matching", false);
    let change = state.text("change", "");
    let changes = BulkChange::WORDS
        .map(|word| (word.to_owned(), bulk_change_label(word).to_owned()))
        .into();
    let receivers = receivers
        .into_iter()
        .map(|(id, name)| (id.to_string(), name))
        .collect();
    let tags = tags
        .into_iter()
        .map(|(id, title)| (id.to_string(), title))
        .collect();
    view! {
        <details class="bulk campaign-filters" open=state.filled_in()>
            <summary>{page::bulk_change_several()}</summary>
            <input type="hidden" name="back" value=back/>
            <fieldset class="ticks">
                <legend class="field">{page::bulk_which()}</legend>
                <label class="tick">
                    <input type="radio" name="matching" value="false" checked=!matching/>
                    <span>{page::bulk_these()}</span>
                </label>
                <label class="tick">
                    <input type="radio" name="matching" value="true" checked=matching/>
                    <span>{page::bulk_all_that_match()}</span>
                </label>
            </fieldset>
            <div class="campaign-filter-fields">
                <Choose id="bulk-change" name="change" label=page::bulk_what() options=changes chosen=change/>
                <Choose id="bulk-member" name="member" label=page::bulk_receiver() options=receivers chosen=state.text("member", "")/>
                <Choose id="bulk-tag" name="tag" label=review_field_label("tag") options=tags chosen=state.text("to_tag", "")/>
                <button class="button primary">{page::bulk_preview()}</button>
            </div>
        </details>
    }
}

/// A select of which one has to be chosen. Without a choice it sends nothing that could be meant.
#[component]
fn Choose(
    id: &'static str,
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: String,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(word, words)| {
            let selected = word == chosen;
            view! { <option value=word selected=selected>{words}</option> }
        })
        .collect_view();
    view! {
        <div class=format!("form-field {id}")>
            <label class="field" for=id>{label}</label>
            <select id=id name=name>
                <option value="">{page::bulk_choose()}</option>
                {options}
            </select>
        </div>
    }
}
