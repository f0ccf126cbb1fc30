//! Where a texter answers.

use super::draft::{Draft, Saved};
use crate::api::conversations::{after_sending, send_reply};
use crate::components::{Segments, TextArea};
use crate::domain::ConversationId;
use crate::error::AppError;
use crate::islands::browser::go;
use leptos::ev::SubmitEvent;
use leptos::html;
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
    /// The most characters that can be sent.
    longest: u32,
) -> impl IntoView {
    let node = NodeRef::<html::Textarea>::new();
    let text = RwSignal::new(draft.clone());
    let kept = Draft::new(conversation, text);
    let sending = RwSignal::new(false);
    let refusal = RwSignal::new(None::<AppError>);

    // What was typed before the page woke counts.
    Effect::new(move |_| {
        if let Some(node) = node.get() {
            let typed = node.value();
            if text.read_untracked().as_str() != typed {
                text.set(typed);
                kept.typed();
            }
        }
    });
    let typed = Callback::new(move |typed: String| {
        text.set(typed);
        kept.typed();
    });
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        refusal.set(None);
        spawn_local(async move {
            kept.stop().await;
            match send_reply(conversation, lease_epoch, text.get_untracked()).await {
                // The button stays off until the next page is there.
                Ok(next) => go(&after_sending(next)),
                Err(error) => {
                    refusal.set(Some(error));
                    sending.set(false);
                }
            }
        });
    };
    let state = move || match kept.saved.get() {
        Saved::Untouched => "",
        Saved::Typing | Saved::Saving => "Saving the draft…",
        Saved::Kept => "Draft saved",
        Saved::Failed => "Draft not saved yet",
    };
    view! {
        <form method="post" action="/api/conversations/send" class="reply-box" on:submit=send>
            <div role="alert">
                {move || refusal.get().map(|error| view! { <p class="notice notice-error">{error.to_string()}</p> })}
            </div>
            <input type="hidden" name="conversation" value=conversation.to_string()/>
            <input type="hidden" name="lease_epoch" value=lease_epoch.to_string()/>
            <label class="quiet-caption" for="reply">"Your reply"</label>
            <TextArea id="reply" name="body" text=draft maxlength=longest node input=typed/>
            <div class="reply-line">
                <p class="hint"><span>{move || text.with(|text| Segments::of(text)).to_string()}</span>" "<span>{state}</span></p>
                <button class="button primary" disabled=sending>
                    {move || if sending.get() { "Sending…" } else { "Send" }}
                </button>
            </div>
        </form>
    }
}
