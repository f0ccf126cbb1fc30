//! The foot of a conversation: the reply box, or why there is none.

use super::contact::full_name;
use crate::api::conversations::OptOutContact;
use crate::components::{TextArea, derive};
use crate::domain::{
    ConversationId, ConversationStatus, ConversationView, Direction, DraftView, Holding, Watch,
};
use crate::islands::{OptOut, ReplyBox, ReplyData, WithProps};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The reply box; or a sentence, where nothing can be sent, with the draft to copy. Whoever had the
/// conversation can opt the contact out, if they have not.
#[component]
pub fn Reply(
    /// The conversation.
    view: ConversationView,
) -> impl IntoView {
    if view.opted_out {
        return view! {
            <p class="notice notice-warning">"This contact has opted out. No one in your organization can text them."</p>
        }
        .into_any();
    }
    let conversation = view.id;
    if view.holding == Holding::Elsewhere {
        let sentence = if view.why.is_none() && !view.messages.is_empty() {
            "You can read this conversation. It is not yours, so nothing can be sent from here."
                .to_owned()
        } else {
            let why = view.why.as_deref().unwrap_or("while you were away");
            format!(
                "This conversation was released {why}. Another texter has it now, so nothing can be sent from here."
            )
        };
        return view! {
            <p class="notice notice-warning">{sentence}</p>
            {view.draft.map(|draft| view! { <Kept draft/> })}
            <div class="lost-line"><OptOut done=derive(|| false)/></div>
            <OptOutForm conversation/>
        }
        .into_any();
    }
    let contact = full_name(&view);
    let (draft, begun_by) = match view.draft {
        Some(draft) => (draft.body, draft.by.unwrap_or_default()),
        None => (view.first_text.unwrap_or_default(), String::new()),
    };
    let mut texts = view.messages.iter().rev();
    let last_text = texts.find(|text| text.direction == Direction::Outbound);
    let data = ReplyData {
        conversation,
        contact,
        lease_epoch: view.lease_epoch,
        last_text: last_text.map(|text| text.id),
        first: view.status == ConversationStatus::NeedsMessage,
        draft,
        begun_by,
        watch: Watch {
            holding: view.holding,
            why: view.why,
            release_in: view.release_in,
            opted_out: false,
        },
    };
    view! {
        {view.closed.map(|closed| view! {
            <p class="notice">
                "It is outside texting hours for this contact until "{closed.to_string()}". What you write is kept."
            </p>
        })}
        <WithProps props=data><ReplyBox/></WithProps>
        <OptOutForm conversation/>
    }
    .into_any()
}

/// What the button of [`OptOut`] sends.
#[component]
fn OptOutForm(conversation: ConversationId) -> impl IntoView {
    view! {
        <form id="opt-out" method="post" action=OptOutContact::PATH>
            <input type="hidden" name="conversation" value=conversation.to_string()/>
        </form>
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
