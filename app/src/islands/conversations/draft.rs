//! The draft, kept on the server as it is typed.

use crate::api::conversations::save_draft;
use crate::domain::ConversationId;
use crate::islands::browser::Later;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long the keys must rest before the draft is saved.
const PAUSE_MS: u32 = 600;

/// Where the draft on the server stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was typed on this page.
    Untouched,
    /// Something was typed and is not saved yet.
    Typing,
    /// The server is being told.
    Saving,
    /// The server has it.
    Kept,
    /// The server could not be told.
    Failed,
}

/// Saves what is typed, one save at a time, and none once the text is being sent: a late one would
/// bring back a draft of what the contact has got already.
#[derive(Clone, Copy)]
pub struct Draft {
    conversation: ConversationId,
    /// Where it stands.
    pub saved: RwSignal<Saved>,
    text: RwSignal<String>,
    later: Later,
    stopped: StoredValue<bool>,
}

impl Draft {
    /// Of the text on a conversation.
    pub fn new(conversation: ConversationId, text: RwSignal<String>) -> Self {
        Self {
            conversation,
            saved: RwSignal::new(Saved::Untouched),
            text,
            later: Later::new(),
            stopped: StoredValue::new(false),
        }
    }

    /// To be called whenever something was typed.
    pub fn typed(self) {
        self.stopped.set_value(false);
        if self.saved.get_untracked() != Saved::Saving {
            self.saved.set(Saved::Typing);
        }
        self.later.run(PAUSE_MS, move || self.save());
    }

    /// Saves no more until something is typed; resolves when no save is on its way.
    pub async fn stop(self) {
        self.later.cancel();
        self.stopped.set_value(true);
        #[cfg(feature = "hydrate")]
        while self.saved.get_untracked() == Saved::Saving {
            gloo_timers::future::TimeoutFuture::new(20).await;
        }
    }

    fn save(self) {
        if self.stopped.get_value() {
            return;
        }
        if self.saved.get_untracked() == Saved::Saving {
            return self.later.run(PAUSE_MS, move || self.save());
        }
        self.saved.set(Saved::Saving);
        spawn_local(async move {
            let answer = save_draft(self.conversation, self.text.get_untracked()).await;
            self.saved.set(if answer.is_ok() { Saved::Kept } else { Saved::Failed });
        });
    }
}
