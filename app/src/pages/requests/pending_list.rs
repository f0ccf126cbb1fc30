//! The list of requests to decide on, and the empty state where there are none.

use super::pending_page::PendingPage;
use super::pending_request::PendingRequestCard;
use crate::components::EmptyState;
use leptos::prelude::*;

/// One card a request.
#[component]
pub(super) fn PendingList(page: PendingPage) -> impl IntoView {
    if page.requests.is_empty() {
        return view! {
            <EmptyState
                title="No pending requests"
                text="Requests from texters who need approval appear here."
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
