//! The fields of a team: title and priority.

use crate::components::Field;
use crate::pages::form_state::FormState;
use leptos::prelude::*;

#[component]
pub(super) fn TeamFields(form_state: FormState, title: String, priority: i32) -> impl IntoView {
    view! {
        <Field
            id="title"
            name="title"
            label="Title"
            value=form_state.text("title", title)
            error=form_state.error("title")
        />
        <Field
            id="priority"
            name="priority"
            label="Priority"
            kind="number"
            hint="0 to 1000. Lower numbers come first in the request form."
            value=form_state.text("priority", priority.to_string())
            error=form_state.error("priority")
        />
    }
}
