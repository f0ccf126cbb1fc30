//! Why nothing can be sent for a while, although there is the form that does it.

use crate::domain::ConversationView;
use leptos::prelude::*;
use sentences::page;

/// That the campaign is archived; or that it is paused, and that it is outside the contact's texting hours. It is kept up to
/// date with the thread.
#[component]
pub fn SendingBlocked<'a>(
    /// The conversation.
    view: &'a ConversationView,
    /// What becomes of what is written meanwhile.
    kept: &'static str,
) -> impl IntoView {
    let archived = view.archived.then(page::campaign_is_archived_now);
    // Neither of them is what it waits for then.
    let paused = (view.paused && !view.archived).then(page::campaign_is_paused_now);
    let closed = view.closed.as_ref().filter(|_| !view.archived);
    let closed = closed.map(|closed| page::closed_until(&closed.to_string()));
    view! {
        <div id="hours" role="status">
            <div>
                {archived.map(|sentence| view! { <p class="notice">{sentence}" "{kept}</p> })}
                {paused.map(|sentence| view! { <p class="notice">{sentence}" "{kept}</p> })}
                {closed.map(|sentence| view! { <p class="notice">{sentence}" "{kept}</p> })}
            </div>
        </div>
    }
}
