//! The choice of a pool in the request form.

use crate::components::Derived;
use crate::domain::{MAX_COUNTED, RequestOffer};
use crate::number::pluralize;
use leptos::prelude::*;

/// The pools with what is in them; to choose, only if there is more than one. `pool` is the one that
/// counts, `choice` what was chosen.
#[component]
pub fn PoolChoice(
    offer: RwSignal<RequestOffer>,
    pool: Derived<String>,
    choice: RwSignal<String>,
) -> impl IntoView {
    let options = move || {
        let offer = offer.get();
        let pools = offer.pools();
        let class = if pools.len() > 1 {
            "offer"
        } else {
            "offer alone"
        };
        let chosen = pool();
        pools
            .iter()
            .map(|pool| {
                let some = pluralize(pool.waiting, pool.kind.noun(1), pool.kind.noun(2));
                let title = [
                    &pool.title,
                    ": ",
                    &if pool.waiting == MAX_COUNTED {
                        ["more than ", &some].concat()
                    } else {
                        some
                    },
                ]
                .concat();
                let wait = match pool.oldest_wait {
                    Some(age) => ["longest wait ", &age.to_string()].concat(),
                    None => String::new(),
                };
                let id = pool.id.to_string();
                let checked = id == chosen;
                view! {
                    <label class=class>
                        <input
                            type="radio"
                            name="pool"
                            value=id
                            checked=checked
                            prop:checked=checked
                            on:change=move |event| choice.set(event_target_value(&event))
                        />
                        <span class="pool-title">{title}</span>
                        <span class="pool-wait">{wait}</span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <fieldset class="pools">
            <legend class="quiet-caption">"From which pool?"</legend>
            {options}
        </fieldset>
    }
}
