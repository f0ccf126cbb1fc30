//! A request to decide on, with the forms that decide.

use crate::api::requests::{ApproveRequest, DenyRequest};
use crate::domain::PendingRequest;
use crate::number::pluralize;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Who asks for what, what they hold already, and the three answers. All of them are plain forms. A request of one's
/// own is shown as one that waits for an admin.
#[component]
pub fn PendingRequestCard(request: PendingRequest) -> impl IntoView {
    let id = request.id.to_string();
    let element = format!("request-{id}");
    let reason = format!("reason-{id}");
    let what = format!(
        "{} from {}",
        pluralize(request.wanted, request.kind.noun(1), request.kind.noun(2)),
        request.pool
    );
    let holdings = format!(
        "Has {} now, got {} in the last 24 hours",
        pluralize(request.held, "reply", "replies"),
        pluralize(request.today, "text", "texts"),
    );
    let request_age = match request.waiting.minutes() {
        0 => "asked just now".to_owned(),
        _ => format!("asked {} ago", request.waiting),
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
            {(!decidable).then(|| view! { <p class="hint">"This is your own request: it waits for an admin."</p> })}
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
                    <button class="button primary">"Approve"</button>
                </form>
                <form method="post" action=ApproveRequest::PATH>
                    <input type="hidden" name="request" value=id.clone()/>
                    <input type="hidden" name="always" value="true"/>
                    <button class="button">"Always approve"</button>
                </form>
                <details class="deny">
                    <summary class="button">"Deny…"</summary>
                    <form method="post" action=DenyRequest::PATH>
                        <input type="hidden" name="request" value=id/>
                        <label class="field" for=reason.clone()>{format!("Reason, shown to {texter}")}</label>
                        <input id=reason type="text" name="reason" maxlength="500" autocomplete="off"/>
                        <button class="button primary">"Deny"</button>
                    </form>
                </details>
            </div>
    }
}
