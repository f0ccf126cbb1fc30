//! The events of a stream, as they are written on it.
//!
//! Each is a line of words: the topic, the name with a mark that says what the page may keep, and the value, if there
//! is one. Three events of a stream's own have no topic: `heartbeat`; `topics` with those that the stream has now; and
//! `outdated`, the last one of a stream whose page is to be fetched again. So the page has one listener for all of them.

use super::topics::Topics;
use app::domain::{ConversationId, Topic};
use app::islands::Encoded;
use axum::response::sse::Event;
use serde::Serialize;

/// An event of a source, which does not know of which topic it is.
#[derive(Debug, Clone)]
pub(super) struct SourceEvent(String);

impl SourceEvent {
    /// A value that takes the place of the last one of this name.
    pub fn state(name: &str, value: &impl Serialize) -> Self {
        Self::new(name, "= ", value)
    }

    /// A part of the state of this name, which is different now.
    pub fn change(name: &str, value: &impl Serialize) -> Self {
        Self::new(name, "+ ", value)
    }

    /// A value that says what happened; whoever comes later has no use for it.
    pub fn value(name: &str, value: &impl Serialize) -> Self {
        Self::new(name, " ", value)
    }

    /// An event without a value, after which the page fetches what changed.
    pub fn ping(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// An event that says in plain digits which conversation it is about.
    pub fn about(name: &str, conversation: ConversationId) -> Self {
        Self(format!("{name} {conversation}"))
    }

    /// A number in plain digits that takes the place of the last one of this name.
    pub fn number(name: &str, value: i64) -> Self {
        Self(format!("{name}= {value}"))
    }

    fn new(name: &str, mark: &str, value: &impl Serialize) -> Self {
        Self([name, mark, Encoded::new(value).as_ref()].concat())
    }

    /// The event as one of this topic.
    pub fn of(&self, topic: &Topic) -> Event {
        Event::default().data(format!("{topic} {}", self.0))
    }
}

/// The topics that the stream has from here on; and those that it was asked for, if they are more.
pub(super) fn topics(allowed: &Topics, wanted: &Topics) -> Event {
    Event::default().data(if allowed == wanted {
        format!("topics {allowed}")
    } else {
        format!("topics {allowed} {wanted}")
    })
}

/// The last event of a stream whose page is to be fetched again: its session has ended, or its viewer has another role.
pub(super) fn outdated() -> Event {
    Event::default().data("outdated")
}

/// A sign of life.
pub(super) fn heartbeat() -> Event {
    Event::default().data("heartbeat")
}
