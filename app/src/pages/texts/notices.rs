//! Notices of what the form did that the browser comes from.

use crate::domain::{
    ConversationId, Escalation, GoodbyeRefusal, OwnReleasePreview, ReleaseProgress, Texter,
};
use crate::error::AppError;
use crate::pages::query::{query, query_as};
use crate::ports::Ports;
use crate::view_models::{EndOfDayNotice, released_text, returned_text};
use leptos::prelude::*;
use sentences::page;

/// That the last text was sent, if the browser comes from sending it, or that the tags were saved, or
/// that the conversation was reopened.
#[component]
pub fn SentNotice() -> impl IntoView {
    let sent = query("sent");
    let is_sent = sent.is_some();
    let notice = match sent.as_deref() {
        Some("first") => Some(page::initial_message_was_sent()),
        Some(_) => Some(page::reply_was_sent()),
        None => query("tagged")
            .map(|_| page::tags_were_saved())
            .or_else(|| query("reopened").map(|_| page::conversation_is_open_again())),
    };
    // That of a text is changed while the text is still on its way (`script/outgoing.js`).
    let id = if is_sent {
        "sent-notice"
    } else {
        "done-notice"
    };
    view! {
        <div role="status">
            {notice.map(|notice| view! { <p id=id class="notice notice-good">{notice}</p> })}
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
    let conversation = query_as::<ConversationId>("was_escalated")?;
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
                    <strong>{name}</strong>" "{page::name_has_opted_out()}
                </p>
                <UnsentLastText/>
            })}
        </div>
    }
}

/// That the last text to who was just opted out was not sent, and why, if the address says so.
#[component]
pub fn UnsentLastText() -> impl IntoView {
    query("not_sent").map(|field| {
        let sentence = match GoodbyeRefusal::of_field(field) {
            GoodbyeRefusal::Unfilled(marks) => page::last_text_had_unfilled_fields(&marks),
            GoodbyeRefusal::TooLong => page::last_text_was_too_long().to_owned(),
        };
        view! { <p class="notice notice-warning">{sentence}</p> }
    })
}

/// Who was just opted out, as far as the address says so and it is true.
pub async fn opted_out(ports: &Ports, viewer: &Texter) -> Option<String> {
    let conversation = query_as::<ConversationId>("opted_out")?;
    // Who is not to be read about here is not named: whatever the address says.
    let view = ports.conversations.open(viewer, conversation).await.ok()?;
    view.opted_out.then(|| super::contact::full_name(&view))
}

/// What came of **Release my replies** or of its **Undo** if the browser comes from there; else what of the viewer's
/// own can still be undone. And, newest first, the further releases that can be undone.
///
/// # Errors
/// The database.
pub async fn end_of_day_notice(
    ports: &Ports,
    viewer: &Texter,
) -> Result<(EndOfDayNotice, Vec<ReleaseProgress>), AppError> {
    let without_undo = |text| EndOfDayNotice {
        text,
        ..EndOfDayNotice::default()
    };
    let undoable = ports.releases.undoable_mine(viewer).await?;
    if let Some(returned) = query_as("returned") {
        let kept = query_as("kept").unwrap_or(0);
        return Ok((without_undo(returned_text(returned, kept)), undoable));
    }
    let gave = query_as("gave");
    if undoable.is_empty() && gave.is_none() {
        return Ok((EndOfDayNotice::default(), undoable));
    }
    // What stayed with the texter is with them still. What is in the pool is nobody's, so that only the form knew how much
    // of what it released nobody can request, or not yet.
    let preview = OwnReleasePreview {
        left_out: ports.releases.preview_mine(viewer).await?.left_out,
        out_of_reach: query_as("out_of_reach").unwrap_or(0),
        outside_hours: query_as("outside_hours").unwrap_or(0),
        ..OwnReleasePreview::default()
    };
    let mut undoable = undoable.into_iter();
    let notice = match undoable.next() {
        Some(newest) => EndOfDayNotice::of(&newest, &preview),
        None => without_undo(released_text(gave.unwrap_or(0), &preview)),
    };
    Ok((notice, undoable.collect()))
}
