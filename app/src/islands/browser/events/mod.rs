//! Live events: the subscriptions of islands, on one connection that stays while pages come and go.
//!
//! `subscriptions` knows what the islands of the page want and gives them what arrives. `connection` is the stream,
//! whose topics it changes while it is open; `windows` shares it with the other windows of the browser.

#[cfg(feature = "hydrate")]
mod connection;
mod connection_state;
#[cfg(feature = "hydrate")]
mod subscriptions;
#[cfg(feature = "hydrate")]
mod window_lock;
#[cfg(feature = "hydrate")]
mod windows;

pub use connection_state::Connection;

use crate::domain::Topic;
use leptos::prelude::*;

/// A subscription to events of a topic of these names, until the current owner is cleaned up. `on_event` gets the name
/// and the data of each; and `"open"` with no data when the topic has begun, which is after everything that the
/// connection had of it already: what happened since the page was made reached nobody, and the island reads it.
///
/// The state of the connection is given back, which is `Opening` while an island is hydrated. A page that nobody sees
/// does not listen; the server sends everything anew when it is seen again.
pub fn subscribe(
    topic: &Topic,
    names: &'static [&'static str],
    on_event: impl Fn(&str, String) + 'static,
) -> ReadSignal<Connection> {
    #[cfg(feature = "hydrate")]
    {
        subscriptions::add(topic.to_string(), names, std::rc::Rc::new(on_event))
    }
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = (topic, names, on_event);
        signal(Connection::Opening).0
    }
}
