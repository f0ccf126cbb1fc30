//! The choice of a pool in the request form.

use crate::components::Derived;
use crate::domain::{MAX_COUNTED, RequestOffer};
use leptos::prelude::*;
use sentences::island;

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
                let some = pool.kind.counted(pool.waiting);
                let title = if pool.waiting == MAX_COUNTED {
                    island::pool_has_more_than(&pool.title, &some)
                } else {
                    island::pool_has(&pool.title, &some)
                };
                let wait = match pool.oldest_wait {
                    Some(age) => island::longest_wait(&age.to_string()),
                    None => String::new(),
                };
                let value = pool.choice.clone();
                let checked = value == chosen;
                view! {
                    <label class=class>
                        <input
                            type="radio"
                            name="pool"
                            value=value
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
            <legend class="quiet-caption">{island::from_which_pool()}</legend>
            {options}
        </fieldset>
    }
}
