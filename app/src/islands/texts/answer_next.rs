//! The way to the reply that has waited longest.

use super::held_replies::HeldReplies;
use crate::components::derive;
use leptos::prelude::*;
use sentences::island;

/// **Answer next**, with how many replies can be answered now, which come first in the list; nothing where there are none,
/// or where the list does not begin with the first of them.
#[component]
pub fn AnswerNext(held: HeldReplies, count: RwSignal<u32>, first: bool) -> impl IntoView {
    let next = move || {
        held.replies
            .with(|replies| replies.first().map(|reply| reply.id))
    };
    let path = derive(move || {
        let id = next().map(|id| id.to_string()).unwrap_or_default();
        ["/texts/", &id, "#latest"].concat()
    });
    view! {
        <p class="answer-next" hidden=derive(move || !first || count.get() == 0 || next().is_none())>
            <a class="button primary" href=path>
                {derive(move || island::answer_next(count.get()))}
            </a>
        </p>
    }
}
