//! The replies to answer.

use crate::components::{EmptyState, Wait, counted, live};
use crate::domain::{Age, InboxEntry};
use leptos::prelude::*;

/// The replies that a texter holds, longest waiting first. `told_at` says how long the page had been
/// open when they came.
#[component]
pub fn Inbox(
    replies: RwSignal<Vec<InboxEntry>>,
    held: RwSignal<u32>,
    elapsed: ReadSignal<u32>,
    told_at: StoredValue<u32>,
    more: String,
) -> impl IntoView {
    let count = live(move || match held.get() {
        0 => "Replies to answer".to_owned(),
        held => counted(held, "reply to answer", "replies to answer"),
    });
    let any = live(move || replies.with(|replies| !replies.is_empty()));
    let last_page = more.is_empty();
    view! {
        <section class="inbox" aria-labelledby="inbox-title">
            <h2 id="inbox-title">{count}</h2>
            <ul class="replies">
                <For each=move || replies.get() key=|reply| (reply.id, reply.excerpt.clone()) let(reply)>
                    <Reply reply elapsed told_at=told_at.get_value()/>
                </For>
            </ul>
            <div hidden=any>
                <EmptyState
                    title="Nothing to answer"
                    text="You hold no replies. Request some above, and they appear here."
                />
            </div>
            <p class="paging" hidden=last_page><a class="button" href=more>"More replies"</a></p>
        </section>
    }
}

#[component]
fn Reply(reply: InboxEntry, elapsed: ReadSignal<u32>, told_at: u32) -> impl IntoView {
    let waiting = live(move || {
        Some(Age(reply
            .waiting
            .0
            .saturating_add(elapsed.get().saturating_sub(told_at))))
    });
    view! {
        <li>
            <a class="reply" href=["/texts/", &reply.id.to_string(), "#latest"].concat()>
                <span class="reply-head">
                    <strong>{reply.contact}</strong>
                    <span class="quiet-caption">"waiting "</span>
                    <Wait age=waiting/>
                </span>
                <span class="reply-excerpt">{reply.excerpt}</span>
                <span class="reply-campaign">{reply.campaign_title}</span>
            </a>
        </li>
    }
}
