//! The state of the live connection, in words.

use crate::components::derive;
use crate::islands::browser::Connection;
use leptos::prelude::*;
use sentences::island;

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
        Connection::Opening => island::as_of_now(),
        Connection::Live => island::live(),
        Connection::Lost => island::connection_lost(),
    });
    view! { <p class=class role="status">{words}</p> }
}
