//! The state of the live connection, in words.

use crate::components::derive;
use crate::islands::browser::Connection;
use leptos::prelude::*;

/// "Live", or that the connection is lost and the figures may be old. Without WASM, that they are
/// those of when the page was opened.
#[component]
pub fn ConnectionStatus(connection: ReadSignal<Connection>) -> impl IntoView {
    let class = derive(move || match connection.get() {
        Connection::Opening => "live live-opening",
        Connection::Live => "live live-on",
        Connection::Lost => "live live-lost",
    });
    let words = derive(move || match connection.get() {
        Connection::Opening => "As of now",
        Connection::Live => "Live",
        Connection::Lost => "Connection lost, reconnecting. These figures may be old.",
    });
    view! { <p class=class role="status">{words}</p> }
}
