//! The two encodings of an event: a typed value, or a ping without one.

use app::islands::Encoded;
use axum::response::sse::Event;
use serde::Serialize;

/// An event whose data is a value, which the browser reads by its type.
pub(super) fn value(name: &'static str, value: &impl Serialize) -> Event {
    Event::default().event(name).data(Encoded::new(value))
}

/// An event without a value, after which the page fetches what changed. Browsers ignore an event without data, so it has
/// a word.
pub(super) fn ping(name: &'static str) -> Event {
    Event::default().event(name).data("changed")
}
