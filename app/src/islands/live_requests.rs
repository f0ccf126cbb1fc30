//! The list of Assignment Requests, kept up to date.

use super::browser::{refresh_request_list, subscribe};
use crate::domain::Topic;
use leptos::prelude::*;

/// The reload of the list of requests whenever the server reports a change. It shows nothing itself: the list
/// is plain HTML and works without it.
#[island]
pub fn LiveRequests() -> impl IntoView {
    subscribe(&Topic::PendingRequests, &["requests"], |_, _| {
        refresh_request_list();
    });
    view! { <span hidden></span> }
}
