//! The request form: a pending request, the reason why there can be none, or the form itself.

use super::pool_choice::PoolChoice;
use super::request_result::RequestResult;
use crate::api::requests::{CancelRequest, CreateRequest, cancel_request, create_request};
use crate::components::derive;
use crate::domain::{PoolKind, PoolOffer, RequestOffer};
use crate::islands::browser::input_before_hydration;
use crate::islands::submission::OnSuccess;
use crate::view_models::RequestNotice;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::island;

/// A request that is pending, the reason why there can be none, or the form. `on_response` is called when the server
/// has responded.
#[component]
pub fn RequestForm(
    offer: RwSignal<RequestOffer>,
    result: RequestResult,
    on_response: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let title = derive(move || {
        offer.with(|offer| match offer {
            RequestOffer::Pending { .. } => island::you_asked_for_more_texts().to_owned(),
            RequestOffer::Closed { title, .. } => title.clone(),
            RequestOffer::Open { pools, .. } => open_title(pools).to_owned(),
        })
    });
    let message = derive(move || {
        offer.with(|offer| match offer {
            RequestOffer::Pending { message, .. } | RequestOffer::Closed { message, .. } => {
                message.clone()
            }
            RequestOffer::Open { .. } => String::new(),
        })
    });
    let closed = move || offer.with(|offer| !matches!(offer, RequestOffer::Open { .. }));
    let pending = move || offer.with(|offer| matches!(offer, RequestOffer::Pending { .. }));
    let approval =
        move || offer.with(|offer| matches!(offer, RequestOffer::Open { approval: true, .. }));
    let choice = RwSignal::new(String::new());
    // Until one is chosen, and if the chosen one is gone, the first counts.
    let of_chosen = move |field: fn(&PoolOffer) -> String| {
        let choice = choice.get();
        offer.with(|offer| {
            let pools = offer.pools();
            let chosen = pools
                .iter()
                .find(|pool| pool.choice == choice)
                .or(pools.first());
            chosen.map(field).unwrap_or_default()
        })
    };
    let pool = move || of_chosen(|pool| pool.choice.clone());
    let limit = move || of_chosen(|pool| pool.max_per_request.to_string());
    let order = move || of_chosen(|pool| order_hint(pool.kind).to_owned());
    // Until somebody types, it suggests all that the chosen pool has.
    let early_input = input_before_hydration("wanted");
    let touched = RwSignal::new(early_input.is_some());
    let input = RwSignal::new(early_input.unwrap_or_default());
    let wanted = move || {
        if touched.get() {
            input.get()
        } else {
            of_chosen(|pool| all_there_is(pool).to_string())
        }
    };
    let submission = result.submission;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let pool = untrack(pool);
        let wanted = untrack(wanted);
        submission.submit(Box::pin(async move {
            let response = create_request(pool, wanted).await;
            on_response();
            let notice = response.inspect_err(|_| result.sentence.set(String::new()))?;
            let on_success: OnSuccess = Box::new(move || {
                touched.set(false);
                result.show(notice);
            });
            Ok(on_success)
        }));
    };
    let cancel = move |event: SubmitEvent| {
        event.prevent_default();
        submission.submit(Box::pin(async move {
            let response = cancel_request().await;
            on_response();
            response.inspect_err(|_| result.sentence.set(String::new()))?;
            let on_success: OnSuccess = Box::new(move || {
                result.show(RequestNotice {
                    request: String::new(),
                    sentence: island::request_is_cancelled().to_owned(),
                    good: false,
                });
            });
            Ok(on_success)
        }));
    };
    view! {
        <section class="request" aria-labelledby="request-title">
            <h2 id="request-title">{title}</h2>
            <p hidden=derive(move || !closed())>{message}</p>
            <form method="post" action=CancelRequest::PATH hidden=derive(move || !pending()) on:submit=cancel>
                <button class="button" disabled=derive(move || submission.busy.get())>{island::cancel_request()}</button>
            </form>
            <form method="post" action=CreateRequest::PATH class="request-form" hidden=derive(closed) novalidate on:submit=submit>
                <PoolChoice offer pool=derive(pool) choice/>
                <label class="field" for="wanted">{island::how_many()}</label>
                <div class="request-line">
                    <input
                        id="wanted"
                        name="wanted"
                        type="number"
                        inputmode="numeric"
                        min="1"
                        max=derive(limit)
                        required
                        value=untrack(wanted)
                        prop:value=derive(wanted)
                        on:input=move |event| {
                            input.set(event_target_value(&event));
                            touched.set(true);
                        }
                    />
                    <button class="button primary" disabled=derive(move || submission.busy.get())>
                        {derive(move || if submission.busy.get() { island::requesting() } else { island::request_more_texts() })}
                    </button>
                </div>
                <p class="hint">
                    {derive(move || island::at_most_at_a_time(&limit()))}" "{derive(order)}
                    <span hidden=derive(move || !approval())>" "{island::someone_approves_first()}</span>
                </p>
            </form>
        </section>
    }
}

/// Who comes first, as the hand-out has it.
fn order_hint(kind: PoolKind) -> &'static str {
    match kind {
        PoolKind::Replies => island::longest_wait_first(),
        PoolKind::Initials => island::earliest_due_date_first(),
    }
}

/// Who waits, if somebody does.
fn open_title(pools: &[PoolOffer]) -> &'static str {
    if pools.iter().any(|pool| pool.kind == PoolKind::Replies) {
        island::people_are_waiting()
    } else {
        island::initial_messages_to_send()
    }
}

/// What the form suggests: all that a pool has, as far as one request may take it.
fn all_there_is(pool: &PoolOffer) -> u32 {
    pool.waiting.min(pool.max_per_request).max(1)
}
