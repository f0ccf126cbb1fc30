//! A team's title and priority, to be filled in.

use crate::components::Field;
use crate::pages::sent::Sent;
use leptos::prelude::*;

#[component]
pub(super) fn TeamFields(sent: Sent, title: String, priority: i32) -> impl IntoView {
    view! {
        <Field
            id="title"
            name="title"
            label="Title"
            value=sent.text("title", title)
            error=sent.error("title")
        />
        <Field
            id="priority"
            name="priority"
            label="Priority"
            kind="number"
            hint="0 to 1000. The lower, the sooner its pool is offered."
            value=sent.text("priority", priority.to_string())
            error=sent.error("priority")
        />
    }
}
