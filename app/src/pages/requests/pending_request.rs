//! A request to decide on, with the forms that decide.

use crate::api::requests::{ApproveRequest, DenyRequest};
use crate::domain::{PendingRequest, requested_texts};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// Who asks for what, what they hold already, and the three answers. All of them are plain forms. A request of one's
/// own is shown as one that waits for an admin.
#[component]
pub fn PendingRequestCard(request: PendingRequest) -> impl IntoView {
    let id = request.id.to_string();
    let element = format!("request-{id}");
    let reason = format!("reason-{id}");
    let what = requested_texts(request.kind, request.wanted, &request.pool, request.most);
    let holdings = page::has_and_got(request.held, request.today);
    let request_age = match request.waiting.minutes() {
        0 => page::asked_just_now().to_owned(),
        _ => page::asked_ago(&request.waiting.to_string()),
    };
    let (texter, decidable) = (request.texter, request.decidable);
    view! {
        <li id=element class="request-card">
            <p class="reply-head">
                <strong>{texter.clone()}</strong>
                <span class="request-asked">{request_age}</span>
            </p>
            <p class="request-what">{what}</p>
            <p class="reply-campaign">{holdings}</p>
            {(!decidable).then(|| view! { <p class="hint">{page::own_request_waits()}</p> })}
            {decidable.then(|| view! { <Decisions id texter reason/> })}
        </li>
    }
}

/// **Approve**, **Always approve** and **Deny…**.
#[component]
fn Decisions(id: String, texter: String, reason: String) -> impl IntoView {
    view! {
            <div class="decisions">
                <form method="post" action=ApproveRequest::PATH>
                    <input type="hidden" name="request" value=id.clone()/>
                    <button class="button primary">{page::approve()}</button>
                </form>
                <form method="post" action=ApproveRequest::PATH>
                    <input type="hidden" name="request" value=id.clone()/>
                    <input type="hidden" name="always" value="true"/>
                    <button class="button">{page::always_approve()}</button>
                </form>
                <details class="deny">
                    <summary class="button">{page::begin_to_deny()}</summary>
                    <form method="post" action=DenyRequest::PATH data-unsaved="">
                        <input type="hidden" name="request" value=id/>
                        <label class="field" for=reason.clone()>{page::reason_shown_to(&texter)}</label>
                        <input id=reason type="text" name="reason" maxlength="500" autocomplete="off"/>
                        <button class="button primary">{page::deny()}</button>
                    </form>
                </details>
            </div>
    }
}
