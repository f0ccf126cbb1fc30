//! The list of requests, and what there is where there are none.

use super::request::Request;
use crate::api;
use crate::api::requests::REQUESTS_PER_PAGE;
use crate::components::EmptyState;
use crate::domain::{RequestId, RequestToDecide, Viewer};
use crate::error::AppError;
use leptos::prelude::*;

/// A page of requests, and where the next one begins.
pub struct PendingPage {
    requests: Vec<RequestToDecide>,
    more: Option<RequestId>,
}

/// The page after a key.
///
/// # Errors
/// As [`crate::ports::Approvals::pending`].
pub async fn pending_page(
    viewer: &Viewer,
    after: Option<RequestId>,
) -> Result<PendingPage, AppError> {
    let approvals = api::ports()?.approvals;
    let mut requests = approvals
        .pending(viewer, after, REQUESTS_PER_PAGE + 1)
        .await?;
    let whole_page = requests.len() > REQUESTS_PER_PAGE as usize;
    requests.truncate(REQUESTS_PER_PAGE as usize);
    let last = requests.last().filter(|_| whole_page);
    let more = last.map(|request| request.id);
    Ok(PendingPage { requests, more })
}

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
        <ul class="requests">{requests.map(|request| view! { <Request request/> }).collect_view()}</ul>
        {page.more.map(|last| view! {
            <p class="paging"><a class="button" href=format!("/requests?after={last}")>"More requests"</a></p>
        })}
    }
    .into_any()
}
