//! The field of a CSV file.

use super::FieldSentence;
use leptos::prelude::*;
use sentences::page;

/// Its label, the input `file`, and what is wrong: that none was chosen.
#[component]
pub fn FileField(
    /// What is wrong.
    error: Option<String>,
) -> impl IntoView {
    view! {
        <label class="field" for="file">{page::csv_file()}</label>
        <input
            id="file"
            type="file"
            name="file"
            accept=".csv,text/csv"
            required
            aria-invalid=error.is_some().then_some("true")
            aria-describedby=error.is_some().then_some("file-error")
        />
        <FieldSentence id="file" error/>
    }
}
