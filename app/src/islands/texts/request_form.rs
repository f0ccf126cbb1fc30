//! The request form, in exactly one of its states.

use super::pool_choice::PoolChoice;
use crate::api::requests::create_request;
use crate::domain::{RequestOffer, RequestOutcome};
use crate::error::AppError;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Which of the states it is; the form itself stays while only its figures change.
#[derive(Clone, PartialEq, Eq)]
enum State {
    Disabled(String),
    Nothing,
    Open,
}

/// Requests disabled, nothing available, or the form. `asked` gets what came of a request.
#[component]
pub fn RequestForm(
    offer: RwSignal<RequestOffer>,
    asked: impl Fn(Result<RequestOutcome, AppError>) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let state = Memo::new(move |_| {
        offer.with(|offer| match offer {
            RequestOffer::Disabled { message } => State::Disabled(message.clone()),
            RequestOffer::Nothing => State::Nothing,
            RequestOffer::Open { .. } => State::Open,
        })
    });
    view! {
        <section class="request" aria-labelledby="request-title">
            {move || match state.get() {
                State::Disabled(message) => view! {
                    <h2 id="request-title">"Requests are disabled"</h2>
                    <p>{message}</p>
                }
                .into_any(),
                State::Nothing => view! {
                    <h2 id="request-title">"No texts available right now"</h2>
                    <p>"This changes by itself when somebody writes back and nobody is there to answer."</p>
                }
                .into_any(),
                State::Open => view! { <OpenForm offer asked/> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn OpenForm(
    offer: RwSignal<RequestOffer>,
    asked: impl Fn(Result<RequestOutcome, AppError>) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let chosen = RwSignal::new(None);
    // Until one is chosen, and if the chosen one is gone, the first counts.
    let pool = Memo::new(move |_| {
        let chosen = chosen.get();
        offer.with(|offer| {
            let RequestOffer::Open { pools } = offer else {
                return None;
            };
            pools
                .iter()
                .find(|pool| Some(pool.id) == chosen)
                .or(pools.first())
                .map(|pool| (pool.id, pool.max_per_request))
        })
    });
    let limit = move || pool.get().map_or(1, |(_, most)| most);
    let wanted = RwSignal::new(all_there_is(&offer.get_untracked()).to_string());
    let asking = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some((pool, _)), Ok(wanted)) = (pool.get_untracked(), wanted.read_untracked().trim().parse())
        else {
            return asked(Err(AppError::Invalid("Say how many replies you want, for example 10.".into())));
        };
        asking.set(true);
        spawn_local(async move {
            let answer = create_request(pool, wanted).await;
            asking.set(false);
            asked(answer);
        });
    };
    view! {
        <h2 id="request-title">"People are waiting"</h2>
        <form method="post" action="/api/requests/create" class="request-form" on:submit=submit>
            <PoolChoice offer chosen=Signal::derive(move || pool.get().map(|(id, _)| id)) choose=chosen.write_only()/>
            <label class="field" for="wanted">"How many?"</label>
            <div class="request-line">
                <input
                    id="wanted"
                    name="wanted"
                    type="number"
                    inputmode="numeric"
                    min="1"
                    max=move || limit().to_string()
                    required
                    value=wanted.get_untracked()
                    on:input=move |event| wanted.set(event_target_value(&event))
                />
                <button class="button primary" disabled=asking>
                    {move || if asking.get() { "Requesting…" } else { "Request more texts" }}
                </button>
            </div>
            <p class="hint">"At most "{limit}" at a time. You get those who have waited longest."</p>
        </form>
    }
}

/// What the form suggests: all that the first pool has, as far as one request may take it.
fn all_there_is(offer: &RequestOffer) -> u32 {
    match offer {
        RequestOffer::Open { pools } => {
            pools.first().map_or(1, |pool| pool.replies.min(pool.max_per_request).max(1))
        }
        _ => 1,
    }
}
