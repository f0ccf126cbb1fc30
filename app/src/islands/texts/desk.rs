//! The desk: what a texter may ask for, and what they hold.

use super::inbox::Inbox;
use super::outcome::Outcome;
use super::request_form::RequestForm;
use crate::api::requests::{Desk, desk_now};
use crate::domain::{RequestOffer, RequestOutcome};
use crate::islands::browser::{elapsed_seconds, subscribe};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The request form, the outcome of the last request and the replies to answer. All of it follows
/// the server while it is looked at.
#[island]
pub fn TexterDesk(
    /// As it was when the page was made.
    desk: Desk,
    /// What the last request got, if it was a moment ago.
    last: Option<RequestOutcome>,
    /// Where the page after this one begins, if there is one.
    more: Option<String>,
    /// Whether this is the first page of replies; only that one follows the server.
    first: bool,
) -> impl IntoView {
    let elapsed = elapsed_seconds();
    let offer = RwSignal::new(desk.offer);
    let held = RwSignal::new(desk.held);
    let replies = RwSignal::new(desk.replies);
    let told_at = RwSignal::new(0);
    let outcome = RwSignal::new(last.map(Ok));

    let refresh = move || {
        spawn_local(async move {
            // If it fails, what is shown stands until the next event.
            if let Ok(desk) = desk_now().await {
                offer.set(desk.offer);
                held.set(desk.held);
                if first {
                    told_at.set(elapsed.get_untracked());
                    replies.set(desk.replies);
                }
            }
        });
    };
    subscribe("/events/texts".to_owned(), &["offer", "inbox"], move |name, data| {
        match (name, serde_json::from_str::<RequestOffer>(&data)) {
            ("offer", Ok(now)) => offer.set(now),
            _ => refresh(),
        }
    });
    view! {
        <Outcome outcome/>
        <RequestForm offer asked=move |answer| { outcome.set(Some(answer)); refresh(); }/>
        <Inbox replies held elapsed told_at more/>
    }
}
