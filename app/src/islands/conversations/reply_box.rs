//! Where a texter answers.

use super::draft::Draft;
use crate::api::conversations::{after_sending, send_reply};
use crate::components::{Segments, TextArea, live};
use crate::domain::ConversationId;
use crate::islands::browser::{go, typed_before};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The reply box. Awake, it keeps the draft on the server as it is typed, counts, and sends without
/// losing anything when it is refused. Without WASM it is a form.
#[island]
pub fn ReplyBox(
    /// On which conversation.
    conversation: ConversationId,
    /// What the send must carry.
    lease_epoch: i32,
    /// What was typed before and not sent.
    draft: String,
) -> impl IntoView {
    let before = typed_before("reply");
    let kept = Draft::new(conversation, draft.clone());
    if let Some(typed) = before {
        kept.typed(typed);
    }
    let sending = RwSignal::new(false);
    let refusal = RwSignal::new(String::new());

    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        refusal.set(String::new());
        spawn_local(async move {
            kept.stop().await;
            match send_reply(conversation, lease_epoch, kept.text.get_untracked()).await {
                // The button stays off until the next page is there.
                Ok(next) => go(&after_sending(next)),
                Err(error) => {
                    refusal.set(error.to_string());
                    sending.set(false);
                }
            }
        });
    };
    let length = live(move || kept.text.with(|text| Segments::of(text)).to_string());
    view! {
        <form method="post" action="/api/conversations/send" class="reply-box" on:submit=send>
            <div role="alert">
                <p class="notice notice-error" hidden=live(move || refusal.get().is_empty())>{live(move || refusal.get())}</p>
            </div>
            <input type="hidden" name="conversation" value=conversation.to_string()/>
            <input type="hidden" name="lease_epoch" value=lease_epoch.to_string()/>
            <label class="quiet-caption" for="reply">"Your reply"</label>
            <TextArea
                id="reply"
                name="body"
                text=draft
                maxlength=Segments::LONGEST
                input=Callback::new(move |text| kept.typed(text))
            />
            <div class="reply-line">
                <p class="hint"><span>{length}</span>" "<span>{live(move || kept.words.get())}</span></p>
                <button class="button primary" disabled=live(move || sending.get())>
                    {live(move || if sending.get() { "Sending…" } else { "Send" })}
                </button>
            </div>
        </form>
    }
}
