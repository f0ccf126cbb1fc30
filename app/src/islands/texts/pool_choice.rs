//! Which pool to ask.

use crate::components::counted;
use crate::domain::{PoolId, PoolOffer, RequestOffer};
use leptos::prelude::*;

/// The pools with what is in them; a choice only if there is more than one. The figures follow the
/// offer, and the choice stays.
#[component]
pub fn PoolChoice(
    offer: RwSignal<RequestOffer>,
    chosen: Signal<Option<PoolId>>,
    choose: WriteSignal<Option<PoolId>>,
) -> impl IntoView {
    let ids = Memo::new(move |_| {
        offer.with(|offer| match offer {
            RequestOffer::Open { pools } => pools.iter().map(|pool| pool.id).collect::<Vec<_>>(),
            _ => Vec::new(),
        })
    });
    let alone = move || ids.with(|ids| ids.len() < 2);
    view! {
        <fieldset class="pools">
            <legend class="quiet-caption">"From which pool?"</legend>
            <For each=move || ids.get() key=|id| *id let(id)>
                <label class="pool">
                    <input
                        type="radio"
                        name="pool"
                        value=id.to_string()
                        class:alone=alone
                        checked=chosen.get_untracked() == Some(id)
                        prop:checked=move || chosen.get() == Some(id)
                        on:change=move |_| choose.set(Some(id))
                    />
                    <span class="pool-title">{move || with(offer, id, |pool| pool.title.clone() + ": " + &counted(pool.replies, "reply", "replies"))}</span>
                    <span class="pool-wait">{move || with(offer, id, |pool| ["longest wait ", &pool.oldest_wait.to_string()].concat())}</span>
                </label>
            </For>
        </fieldset>
    }
}

fn with(offer: RwSignal<RequestOffer>, id: PoolId, words: fn(&PoolOffer) -> String) -> Option<String> {
    offer.with(|offer| match offer {
        RequestOffer::Open { pools } => pools.iter().find(|pool| pool.id == id).map(words),
        _ => None,
    })
}
