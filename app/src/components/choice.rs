//! A select with its label.

use super::FieldSentence;
use leptos::prelude::*;

/// A label and a select.
#[component]
pub fn Choice(
    /// Its id.
    #[prop(into)]
    id: String,
    /// The form field.
    #[prop(into)]
    name: String,
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// Whether the label is only heard, because the page shows it otherwise.
    #[prop(optional)]
    heard: bool,
    /// What there is to choose from: the word that is sent, and what people read.
    options: Vec<(&'static str, String)>,
    /// The word that is chosen.
    #[prop(into)]
    chosen: String,
    /// What is wrong.
    #[prop(default = None)]
    error: Option<String>,
) -> impl IntoView {
    let described = error.is_some().then(|| format!("{id}-error"));
    let options = options
        .into_iter()
        .map(|(word, words)| {
            let selected = word == chosen;
            view! { <option value=word selected=selected>{words}</option> }
        })
        .collect_view();
    view! {
        <div class="form-field">
            <label class=if heard { "heard" } else { "field" } for=id.clone()>{label}</label>
            <select id=id.clone() name=name aria-describedby=described>{options}</select>
            <FieldSentence id=id error/>
        </div>
    }
}
