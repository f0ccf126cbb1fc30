//! The head of a conversation: the contact.

use crate::components::{Wait, derive};
use crate::domain::{ConversationStatus, ConversationView};
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
    let next_label = if view.status == ConversationStatus::NeedsMessage {
        "Next initial message"
    } else {
        "Next reply"
    };
    let next = view
        .next
        .map(|next| view! { <a rel="next" href=format!("/texts/{next}#latest")>{next_label}</a> });
    view! {
        <header class="contact">
            <p class="back"><a href="/texts">"My texts"</a>{next}</p>
            <h1>{full_name(&view)}</h1>
            <p class="contact-line">
                <span>{view.campaign_title}</span>
                {view.waiting.map(|age| view! {
                    <span class="quiet-caption">"waiting "</span>
                    <Wait age=derive(move || Some(age))/>
                })}
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

#[cfg(test)]
mod tests {
    use super::Contact;
    use crate::domain::{
        CampaignId, ConversationId, ConversationStatus, ConversationView, Holding,
    };
    use leptos::prelude::*;

    #[test]
    fn names_and_custom_fields_are_text() {
        let hostile = || "</textarea><script>alert(1)</script>".to_owned();
        let view = ConversationView {
            id: ConversationId(1),
            campaign: CampaignId(1),
            campaign_title: hostile(),
            first_name: hostile(),
            last_name: hostile(),
            custom_fields: vec![(hostile(), hostile())],
            status: ConversationStatus::NeedsResponse,
            holding: Holding::Mine,
            why: None,
            lease_epoch: 0,
            waiting: None,
            release_in: None,
            opted_out: false,
            tags: Vec::new(),
            first_text: None,
            messages: Vec::new(),
            draft: None,
            next: None,
        };
        let html = Owner::new().with(|| view! { <Contact view/> }.to_html());
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("&lt;script&gt;").count(), 5, "{html}");
    }
}
