//! A switch in a plain form.

use leptos::prelude::*;

/// A checkbox that looks like a switch, as [`super::Switch`] does, for pages that are no island. It sends
/// `true`, or nothing at all.
#[component]
pub fn Toggle(
    /// The form field.
    #[prop(into)]
    name: String,
    /// What is switched.
    #[prop(into)]
    label: String,
    /// What that means, in a sentence.
    #[prop(optional)]
    hint: &'static str,
    /// Whether it is on.
    on: bool,
) -> impl IntoView {
    view! {
        <label class="switch">
            <input type="checkbox" role="switch" name=name value="true" checked=on/>
            <span class="switch-text">
                {label}
                {(!hint.is_empty()).then(|| view! { <small>{hint}</small> })}
            </span>
        </label>
    }
}
