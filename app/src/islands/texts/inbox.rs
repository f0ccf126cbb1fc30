//! The list of replies to answer.

use super::held_replies::HeldReplies;
use super::pagination::Pagination;
use crate::components::{Countdown, EmptyState, Wait, derive};
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
                    <Reply reply held/>
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

#[component]
fn Reply(reply: InboxEntry, held: HeldReplies) -> impl IntoView {
    let id = reply.id;
    view! {
        <li>
            <a class="reply" href=["/texts/", &id.to_string(), "#latest"].concat()>
                <span class="reply-head">
                    <strong>{reply.contact}</strong>
                    <span class="quiet-caption">{island::waiting()}" "</span>
                    <Wait age=derive(move || held.waiting(id))/>
                </span>
                <span class="reply-excerpt">{reply.excerpt}</span>
                <span class="reply-closed">{reply.closed}</span>
                <span class="reply-foot">
                    <span class="reply-campaign">{reply.campaign_title}</span>
                    <Countdown left=derive(move || held.release_in(id))/>
                </span>
            </a>
            <a
                class="reply-action"
                href=["/texts/", &id.to_string(), "/opt-out"].concat()
                hidden=!reply.may_want_to_opt_out
            >
                {island::opt_out()}
            </a>
        </li>
    }
}
