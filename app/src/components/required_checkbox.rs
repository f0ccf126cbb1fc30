//! The checkbox that a plain form asks for.

use super::FieldSentence;
use leptos::prelude::*;

/// The checkbox `confirmed`, without which nothing is done, with what is wrong with it under it: that it is not ticked.
#[component]
pub fn RequiredCheckbox(
    /// The form field, where it is called otherwise.
    #[prop(default = "confirmed")]
    name: &'static str,
    /// Its id, where the page has another one.
    #[prop(default = "confirmed")]
    id: &'static str,
    /// What is confirmed.
    label: &'static str,
    /// What is wrong.
    error: Option<String>,
) -> impl IntoView {
    view! {
        <label class="confirm-checkbox">
            <input
                id=id
                type="checkbox"
                name=name
                value="true"
                required
                data-autofocus=error.is_some().then_some("")
                aria-invalid=error.is_some().then_some("true")
                aria-describedby=error.is_some().then(|| format!("{id}-error"))
            />
            <span>{label}</span>
        </label>
        <FieldSentence id error/>
    }
}
