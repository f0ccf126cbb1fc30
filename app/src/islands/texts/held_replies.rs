//! The replies that a texter holds, and their waits as time passes.

use crate::components::is_near;
use crate::domain::{Age, ConversationId, InboxEntry};
use leptos::prelude::*;

/// The replies that a texter holds, and how long the page had been open when they were received.
#[derive(Clone, Copy)]
pub struct HeldReplies {
    /// The first of them: of contacts who can be texted now, then the others, longest waiting first.
    pub replies: RwSignal<Vec<InboxEntry>>,
    received_at: StoredValue<u32>,
    elapsed: ReadSignal<u32>,
}

impl HeldReplies {
    /// As they were when the page was made.
    pub fn new(replies: Vec<InboxEntry>, elapsed: ReadSignal<u32>) -> Self {
        Self {
            replies: RwSignal::new(replies),
            received_at: StoredValue::new(0),
            elapsed,
        }
    }

    /// As they are now.
    pub fn set(self, replies: Vec<InboxEntry>) {
        self.received_at.set_value(self.elapsed.get_untracked());
        self.replies.set(replies);
    }

    /// Seconds since they were received.
    fn since(self) -> u32 {
        self.elapsed
            .get()
            .saturating_sub(self.received_at.get_value())
    }

    /// A figure of one of them; none if it is not among them any more.
    fn of<T>(self, id: ConversationId, figure: fn(&InboxEntry) -> Option<T>) -> Option<T> {
        self.replies
            .with(|replies| figure(replies.iter().find(|reply| reply.id == id)?))
    }

    /// How long the contact has been waiting.
    pub fn waiting(self, id: ConversationId) -> Option<Age> {
        let waiting = self.of(id, |reply| Some(reply.waiting))?;
        Some(Age(waiting.0.saturating_add(self.since())))
    }

    /// How long until it is released automatically, if it is.
    pub fn release_in(self, id: ConversationId) -> Option<Age> {
        let release_in = self.of(id, |reply| reply.release_in)?;
        Some(Age(release_in.0.saturating_sub(self.since())))
    }

    /// How many are near their automatic release.
    pub fn near(self) -> u32 {
        let since = self.since();
        let left = |reply: &InboxEntry| Some(Age(reply.release_in?.0.saturating_sub(since)));
        self.replies
            .with(|replies| replies.iter().filter(|reply| is_near(left(reply))).count())
            as u32
    }
}
