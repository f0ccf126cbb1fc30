//! The list of requests to decide on, and the empty state where there are none.

use super::EmptyState;
use super::pending_request::PendingRequestCard;
use crate::view_models::PendingPage;
use leptos::prelude::*;

/// One card a request.
#[component]
pub fn PendingList(page: PendingPage) -> impl IntoView {
    if page.requests.is_empty() {
        return view! {
            <EmptyState
                title="Nothing to decide"
                text="When a texter whose requests need approval asks for texts, the request appears here by itself."
            />
        }
        .into_any();
    }
    let requests = page.requests.into_iter();
    view! {
        <ul class="requests">{requests.map(|request| view! { <PendingRequestCard request/> }).collect_view()}</ul>
        {page.more.map(|last| view! {
            <p class="paging"><a class="button" href=format!("/requests?after={last}")>"More requests"</a></p>
        })}
    }
    .into_any()
}
