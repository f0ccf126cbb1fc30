//! The fields that a script or a canned response names and that are blank for some contacts.

use crate::ports::BlankField;
use crate::view_models::blank_field_words;
use leptos::prelude::*;
use sentences::page;

/// Which fields are blank for whom, and what that means.
#[component]
pub(super) fn Blanks(blank: Vec<BlankField>) -> impl IntoView {
    let blank = blank
        .into_iter()
        .map(|blank| view! { <li>{blank_field_words(&blank)}</li> })
        .collect_view();
    view! {
        <div>
            <strong>{page::blank_fields()}</strong>
            <ul>{blank}</ul>
            <p>{page::what_blank_fields_mean("{firstName|neighbor}")}</p>
        </div>
    }
}

/// The same as a warning, where no checklist has it; nothing where nothing is blank.
#[component]
pub(super) fn BlanksWarning(blank: Vec<BlankField>) -> impl IntoView {
    (!blank.is_empty()).then(|| view! { <div class="notice notice-warning"><Blanks blank/></div> })
}
