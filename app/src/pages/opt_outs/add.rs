//! The forms that add opt-outs: by hand, and by a file.

use crate::api::opt_outs::AddOptOuts;
use crate::components::{FieldSentence, FileField, TextArea};
use crate::pages::form_state::FormState;
use crate::pages::with_code::WithCode;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// One or several numbers.
#[component]
pub(super) fn AddForm() -> impl IntoView {
    let form = FormState::of("add");
    view! {
        <section class="card" aria-labelledby="add-title">
            <h2 id="add-title">{page::add_opt_outs()}</h2>
            <form method="post" action=AddOptOuts::PATH class="form" novalidate data-unsaved="add">
                <div class="form-field">
                    <label class="field" for="numbers">{page::numbers_to_opt_out()}</label>
                    <TextArea
                        id="numbers"
                        name="numbers"
                        text=form.text("numbers", "")
                        required=true
                        described_by="numbers-error numbers-hint"
                    />
                    <FieldSentence id="numbers" error=form.error("numbers")/>
                    <p class="hint" id="numbers-hint">{page::how_numbers_are_added()}</p>
                </div>
                <div class="dialog-actions">
                    <button class="button primary">{page::opt_out_numbers()}</button>
                </div>
            </form>
        </section>
    }
}

/// A file of numbers.
#[component]
pub(super) fn ImportForm() -> impl IntoView {
    let error = FormState::of("import").error("file");
    view! {
        <section class="card" id="import" aria-labelledby="import-file-title">
            <h2 id="import-file-title">{page::import_opt_outs()}</h2>
            <p><WithCode sentence=page::what_an_opt_out_file_needs()/></p>
            <form method="post" enctype="multipart/form-data" action="/opt-outs/import" class="upload" novalidate>
                <FileField error/>
                <button class="button primary">{page::import_file()}</button>
            </form>
        </section>
    }
}
