//! Notices of what the form did that the browser comes from.

use crate::domain::{ConversationId, Escalation, Texter};
use crate::pages::query::{query, query_as};
use crate::ports::Ports;
use crate::view_models::{released_text, returned_text};
use leptos::prelude::*;

/// That the last text was sent, if the browser comes from sending it, or that the tags were saved.
#[component]
pub fn SentNotice() -> impl IntoView {
    let notice = match query("sent").as_deref() {
        Some("first") => Some("Your initial message was sent."),
        Some(_) => Some("Your reply was sent."),
        None => query("tagged").map(|_| "The tags were saved."),
    };
    view! {
        <div role="status">
            // Its text is changed while what was sent is still on its way (`app/src/script/outgoing.js`).
            {notice.map(|notice| view! { <p id="sent-notice" class="notice notice-good">{notice}</p> })}
        </div>
    }
}

/// Where the conversation went that was just escalated.
#[component]
pub fn EscalatedNotice(escalated: Option<Escalation>) -> impl IntoView {
    view! {
        <div role="status">
            {escalated.map(|escalated| view! { <p class="notice notice-good">{escalated.to_string()}</p> })}
        </div>
    }
}

/// What was just escalated, as far as the address says so and it is true.
pub async fn escalated(ports: &Ports, viewer: &Texter) -> Option<Escalation> {
    let conversation = query_as::<ConversationId>("escalated")?;
    let escalation = ports.conversations.escalation(viewer, conversation).await;
    escalation.ok().flatten()
}

/// That a contact was opted out, if the browser comes from doing it; `name` is theirs.
#[component]
pub fn OptedOutNotice(name: Option<String>) -> impl IntoView {
    view! {
        <div role="status">
            {name.map(|name| view! {
                <p class="notice notice-good">
                    <strong>{name}</strong>" has opted out. No one in your organization can text them."
                </p>
            })}
        </div>
    }
}

/// Who was just opted out, as far as the address says so and it is true.
pub async fn opted_out(ports: &Ports, viewer: &Texter) -> Option<String> {
    let conversation = query_as::<ConversationId>("opted_out")?;
    // Who is not to be read about here is not named: whatever the address says.
    let view = ports.conversations.open(viewer, conversation).await.ok()?;
    view.opted_out.then(|| super::contact::full_name(&view))
}

/// What came of **Release my replies** or of its **Undo**: in words, and what can be undone; both are
/// empty if the browser does not come from there.
pub fn end_of_day_notice() -> (String, String) {
    if let Some(count) = query_as("gave") {
        let release = query("release").filter(|_| count > 0).unwrap_or_default();
        return (released_text(count), release);
    }
    let back = query_as("back").map(|back| returned_text(back, query_as("kept").unwrap_or(0)));
    (back.unwrap_or_default(), String::new())
}
