//! Whom one is talking to.

use crate::components::Wait;
use crate::domain::ConversationView;
use leptos::prelude::*;

/// The contact's name, the campaign, the wait, and what else is known.
#[component]
pub fn Contact(
    /// The conversation.
    view: ConversationView,
) -> impl IntoView {
    let fields = view
        .custom_fields
        .iter()
        .map(|(name, value)| view! { <div><dt>{name.clone()}</dt><dd>{value.clone()}</dd></div> })
        .collect_view();
    let any = !view.custom_fields.is_empty();
    let next =
        view.next.map(|next| view! { <a rel="next" href=format!("/texts/{next}#latest")>"Next reply"</a> });
    view! {
        <header class="contact">
            <p class="back"><a href="/texts">"My texts"</a>{next}</p>
            <h1>{full_name(&view)}</h1>
            <p class="contact-line">
                <span>{view.campaign_title}</span>
                <Wait age=Signal::stored(view.waiting)/>
            </p>
            {any.then(|| view! {
                <details class="fields">
                    <summary>"About this contact"</summary>
                    <dl>{fields}</dl>
                </details>
            })}
        </header>
    }
}

/// Both names, or what there is of them.
pub fn full_name(view: &ConversationView) -> String {
    let name = [view.first_name.trim(), view.last_name.trim()].join(" ");
    match name.trim() {
        "" => "No name".to_owned(),
        name => name.to_owned(),
    }
}
