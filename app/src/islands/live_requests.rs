//! The list of Assignment Requests, kept up to date.

use super::browser::subscribe;
use crate::domain::Topic;
use leptos::prelude::*;

/// The reload of the list of requests whenever the server reports a change. It shows nothing itself: the list
/// is plain HTML and works without it.
#[island]
pub fn LiveRequests() -> impl IntoView {
    subscribe(&Topic::PendingRequests, &["requests"], |_, _| {
        #[cfg(feature = "hydrate")]
        super::browser::load_page("/requests", |page| {
            if let Some(new) = page.get_element_by_id("pending") {
                replace(&new);
            }
        });
    });
    view! { <span hidden></span> }
}

/// Replaces the list by that of the page as it is now. Where somebody is about to decide, the old request stays with
/// what they have typed and the focus, as long as it is pending.
#[cfg(feature = "hydrate")]
fn replace(new: &web_sys::Element) {
    use wasm_bindgen::JsCast;
    let document = document();
    let Some(old) = document.get_element_by_id("pending") else {
        return;
    };
    let focused = document.active_element();
    while let Ok(Some(open)) = old.query_selector("details[open], li :focus") {
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
    let _ = old.replace_with_with_node_1(new);
    if let Some(focused) = focused.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = focused.focus();
    }
}
