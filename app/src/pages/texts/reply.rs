//! Below the thread: the box to answer in, or why there is none.

use crate::components::TextArea;
use crate::domain::{ConversationView, DraftView, Holding};
use crate::islands::ReplyBox;
use crate::pages::query::query;
use leptos::prelude::*;

/// That the last reply was sent, if the browser comes from sending it.
#[component]
pub fn SentNotice() -> impl IntoView {
    view! {
        <div role="status">
            {query("sent").map(|_| view! { <p class="notice notice-good">"Your reply was sent."</p> })}
        </div>
    }
}

/// The reply box; or a sentence, where nothing can be sent, with the draft to copy.
#[component]
pub fn Reply(
    /// The conversation.
    view: ConversationView,
) -> impl IntoView {
    if view.opted_out {
        return view! {
            <p class="notice notice-warning">"This contact has opted out. Nobody in your organization may text them."</p>
        }
        .into_any();
    }
    let draft = view.draft;
    match view.holding {
        Holding::Elsewhere => view! {
            <p class="notice notice-warning">
                "This conversation was released while you were away, and another texter has it now. Nothing can be sent from here."
            </p>
            {draft.map(|draft| view! { <Kept draft/> })}
        }
        .into_any(),
        holding => view! {
            {(holding == Holding::Released).then(|| view! {
                <p class="notice">"This conversation was released, because it waited for a long time. Nobody has taken it yet; sending takes it back."</p>
            })}
            {draft.as_ref().and_then(|draft| draft.by.clone()).map(|by| view! {
                <p class="hint">{by}" began this draft."</p>
            })}
            <ReplyBox
                conversation=view.id
                lease_epoch=view.lease_epoch
                draft=draft.map(|draft| draft.body).unwrap_or_default()
            />
        }
        .into_any(),
    }
}

/// A draft that cannot be sent from here, to be copied.
#[component]
fn Kept(draft: DraftView) -> impl IntoView {
    view! {
        <label class="field" for="kept">"Your draft, to copy"</label>
        <TextArea id="kept" text=draft.body readonly=true/>
    }
}
