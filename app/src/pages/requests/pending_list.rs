//! The list of requests to decide on, and the empty state where there are none.

use super::pending_page::PendingPage;
use super::pending_request::PendingRequestCard;
use crate::components::EmptyState;
use leptos::prelude::*;
use sentences::page;

/// One card a request.
#[component]
pub(super) fn PendingList(pending: PendingPage) -> impl IntoView {
    if pending.requests.is_empty() {
        return view! {
            <EmptyState
                title=page::no_pending_requests()
                text=page::pending_requests_appear_here()
            />
        }
        .into_any();
    }
    let requests = pending.requests.into_iter();
    view! {
        <ul class="requests">{requests.map(|request| view! { <PendingRequestCard request/> }).collect_view()}</ul>
        {pending.more.map(|last| view! {
            <p class="paging"><a class="button" href=format!("/requests?after={last}")>{page::more_requests()}</a></p>
        })}
    }
    .into_any()
}
