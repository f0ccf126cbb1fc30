//! The foot of a conversation: the reply box, or why there is none.

use super::close::{CloseForm, IsClosed};
use super::obstacle::Obstacle;
use super::responses::{Responses, chosen_text};
use super::sending_blocked::SendingBlocked;
use crate::components::{TextArea, derive};
use crate::domain::{ConversationStatus, ConversationView, Direction, Holding, Watch};
use crate::error::AppError;
use crate::islands::{
    LiveThread, LiveThreadData, OptOut, ReplyBox, ReplyData, WithProps, WroteLately,
};
use crate::view_models::{OwnershipState, lost_words};
use leptos::context::Provider;
use leptos::prelude::*;
use sentences::page;

/// The reply box; or a sentence, where nothing can be sent, with the draft to copy. Whoever had the
/// conversation can opt the contact out, if they have not.
#[component]
pub fn Reply(
    /// The conversation.
    view: ConversationView,
) -> impl IntoView {
    let conversation = view.id;
    let address = format!("/texts/{conversation}");
    let live = LiveThreadData {
        conversation,
        address: address.clone(),
        shown: view.shown.to_string(),
    };
    if view.opted_out {
        let sentence = Some(AppError::OptedOut.to_string());
        // Another's words are not theirs.
        let draft = view.draft.filter(|draft| draft.by.is_none());
        return view! {
            <Obstacle sentence address/>
            {draft.map(|draft| view! { <Kept text=draft.body/> })}
            <WithProps props=live><LiveThread/></WithProps>
        }
        .into_any();
    }
    if view.holding == Holding::Elsewhere {
        let sentence = match view.why.as_deref() {
            None if !view.messages.is_empty() => page::read_only().to_owned(),
            why => lost_words(why, view.holder.as_deref()),
        };
        return view! {
            <Obstacle sentence=Some(sentence) address/>
            {view.draft.map(|draft| view! { <Kept text=draft.body/> })}
            <div class="lost-line"><OptOut conversation done=derive(|| false)/></div>
            <WithProps props=live><LiveThread/></WithProps>
        }
        .into_any();
    }
    // Kept up to date with the thread, whose children are compared one by one.
    let closing = view! { <div id="closing" role="status"><div><IsClosed view=&view/><CloseForm view=&view/></div></div> };
    let closing = closing.into_any();
    let kept = page::what_you_write_is_kept();
    let blocked = view! { <SendingBlocked view=&view kept/> }.into_any();
    let responses = view! { <Responses view=view.clone()/> }.into_any();
    let (draft, begun_by) = match (chosen_text(&view), view.draft) {
        (Some(text), _) => (text, String::new()),
        (None, Some(draft)) => (draft.body, draft.by.unwrap_or_default()),
        (None, None) => (view.first_text.unwrap_or_default(), String::new()),
    };
    let wrote_lately = WroteLately(view.wrote_lately);
    let mut texts = view.messages.iter().rev();
    let last_text = texts.find(|text| text.direction == Direction::Outbound);
    let data = ReplyData {
        conversation,
        lease_epoch: view.lease_epoch,
        last_text: last_text.map(|text| text.id),
        first: view.status == ConversationStatus::NeedsMessage,
        draft,
        begun_by,
        ownership: OwnershipState::of(&Watch {
            holding: view.holding,
            why: view.why,
            holder: view.holder,
            release_in: view.release_in,
            opted_out: false,
            hours_refresh_in: view.hours_refresh_in,
            thread: view.thread_version,
        }),
    };
    view! {
        {blocked}
        {closing}
        <Obstacle sentence=None address/>
        <Provider value=wrote_lately><WithProps props=data><ReplyBox/></WithProps></Provider>
        {responses}
    }
    .into_any()
}

/// A draft that cannot be sent from here, to be copied.
#[component]
pub fn Kept(
    /// What was typed.
    text: String,
) -> impl IntoView {
    view! {
        <label class="field" for="kept">{page::draft_to_copy()}</label>
        <TextArea id="kept" text readonly=true/>
    }
}
