//! The list of Assignment Requests, kept up to date.

use super::browser::subscribe;
use crate::api::requests::list_pending_requests;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The reload of the list of requests whenever the server reports a change. It shows nothing itself: the list
/// is plain HTML and works without it.
#[island]
pub fn LiveRequests() -> impl IntoView {
    subscribe("/events/requests".to_owned(), &["requests"], |_, _| {
        // If it fails, what is shown stands until the next event.
        spawn_local(async {
            if let Ok(html) = list_pending_requests().await {
                show(&html);
            }
        });
    });
    view! { <span hidden></span> }
}

/// Replaces the old list by the new one. Where somebody is about to deny, the old request stays
/// with what they have typed, as long as it is pending.
#[cfg(feature = "hydrate")]
fn show(html: &str) {
    use wasm_bindgen::JsCast;
    let document = document();
    let (Some(old), Ok(new)) = (
        document.get_element_by_id("pending"),
        document.create_element("div"),
    ) else {
        return;
    };
    new.set_inner_html(html);
    let focused = document.active_element();
    while let Ok(Some(open)) = old.query_selector("details[open]") {
        let Ok(Some(request)) = open.closest("li") else {
            break;
        };
        let selector = ["#", &request.id()].concat();
        let _ = match new.query_selector(&selector) {
            Ok(Some(counterpart)) => counterpart.replace_with_with_node_1(&request),
            _ => {
                request.remove();
                Ok(())
            }
        };
    }
    new.set_id("pending");
    let _ = old.replace_with_with_node_1(&new);
    if let Some(focused) = focused.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = focused.focus();
    }
}

#[cfg(not(feature = "hydrate"))]
fn show(_: &str) {}
