//! The replies to answer.

use crate::components::{EmptyState, Wait, counted};
use crate::domain::{Age, InboxEntry};
use leptos::prelude::*;

/// The replies that a texter holds, longest waiting first.
#[component]
pub fn Inbox(
    replies: RwSignal<Vec<InboxEntry>>,
    held: RwSignal<u32>,
    elapsed: ReadSignal<u32>,
    /// How long the page had been open when `replies` came.
    told_at: RwSignal<u32>,
    more: Option<String>,
) -> impl IntoView {
    let count = move || match held.get() {
        0 => "Replies to answer".to_owned(),
        held => counted(held, "reply to answer", "replies to answer"),
    };
    view! {
        <section class="inbox" aria-labelledby="inbox-title">
            <h2 id="inbox-title">{count}</h2>
            <ul class="replies">
                <For each=move || replies.get() key=|reply| (reply.id, reply.excerpt.clone()) let(reply)>
                    <Reply reply elapsed told_at=told_at.get_untracked()/>
                </For>
            </ul>
            <Show when=move || replies.with(Vec::is_empty)>
                <EmptyState title="Nothing to answer">
                    <p>"You hold no replies. Request some above, and they appear here."</p>
                </EmptyState>
            </Show>
            {more.map(|more| view! {
                <p class="paging"><a class="button" href=more>"More replies"</a></p>
            })}
        </section>
    }
}

#[component]
fn Reply(reply: InboxEntry, elapsed: ReadSignal<u32>, told_at: u32) -> impl IntoView {
    let waiting = Signal::derive(move || {
        Some(Age(reply.waiting.0.saturating_add(elapsed.get().saturating_sub(told_at))))
    });
    view! {
        <li>
            <a class="reply" href=["/texts/", &reply.id.to_string()].concat()>
                <span class="reply-head">
                    <strong>{reply.contact}</strong>
                    <Wait age=waiting/>
                </span>
                <span class="reply-excerpt">{reply.excerpt}</span>
                <span class="reply-campaign">{reply.campaign_title}</span>
            </a>
        </li>
    }
}
