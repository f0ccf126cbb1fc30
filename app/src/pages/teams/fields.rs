//! The fields of a team: title and priority.

use crate::components::Field;
use crate::pages::form_state::FormState;
use leptos::prelude::*;
use sentences::page;

#[component]
pub(super) fn TeamFields(form_state: FormState, title: String, priority: i32) -> impl IntoView {
    view! {
        <Field
            id="title"
            name="title"
            label=page::title()
            value=form_state.text("title", title)
            error=form_state.error("title")
        />
        <Field
            id="priority"
            name="priority"
            label=page::priority()
            kind="number"
            hint=page::what_priority_means()
            value=form_state.text("priority", priority.to_string())
            error=form_state.error("priority")
        />
    }
}
