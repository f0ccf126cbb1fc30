//! The list of replies to answer.

use super::held_replies::HeldReplies;
use super::pagination::Pagination;
use crate::components::{EmptyState, ReplyLine, derive};
use crate::domain::InboxEntry;
use leptos::prelude::*;
use sentences::island;

/// The list. `count` says how many there are with those that are not listed here, `words` why not all of them can be
/// answered, and `more` leads to the next page.
#[component]
pub fn Inbox(
    held: HeldReplies,
    count: RwSignal<u32>,
    words: RwSignal<String>,
    more: RwSignal<String>,
    first: bool,
) -> impl IntoView {
    let title = derive(move || island::replies_to_answer(count.get()));
    let near = derive(move || match held.near() {
        0 => String::new(),
        near => island::near_their_release(near),
    });
    let any = derive(move || count.get() > 0);
    view! {
        <section class="inbox" aria-labelledby="inbox-title">
            <h2 id="inbox-title">{title}</h2>
            <p class="hint">{derive(move || words.get())}</p>
            // It changes when one more comes near, not with every minute, so it may be read out.
            <p class="near" role="status">{near}</p>
            <ul class="replies">
                <For each=move || held.replies.get() key=|reply| (reply.id, [reply.excerpt.as_str(), &reply.closed].concat()) let(reply)>
                    {line(reply, held)}
                </For>
            </ul>
            <div hidden=any>
                <EmptyState
                    title=island::nothing_to_answer()
                    text=island::where_replies_appear()
                />
            </div>
            <Pagination more first back=island::back_to_first_replies() hint="" next=island::more_replies()/>
        </section>
    }
}

fn line(reply: InboxEntry, held: HeldReplies) -> impl IntoView {
    let id = reply.id;
    let waiting = derive(move || held.waiting(id));
    let release_in = derive(move || held.release_in(id));
    view! { <ReplyLine reply waiting release_in/> }
}
