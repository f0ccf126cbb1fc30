//! The draft, kept on the server as it is typed.

use crate::api::conversations::save_draft;
use crate::domain::ConversationId;
use crate::islands::browser::Later;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long the keys must rest before the draft is saved.
const PAUSE_MS: u32 = 600;

/// Who never rests has it saved after so many changes all the same: what is being written is left alone
/// only as far as the server knows of it.
const CHANGES: u32 = 25;

/// What is said of a draft that the server has.
pub const SAVED: &str = "Draft saved";

/// Saves what is typed, one save at a time, and none once the text is being sent: a late one would
/// bring back a draft of what the contact has got already.
#[derive(Clone, Copy)]
pub struct Draft {
    conversation: ConversationId,
    /// What was typed.
    pub text: RwSignal<String>,
    /// Whether it is kept, in words; empty while nothing was typed.
    pub words: RwSignal<String>,
    unsaved: StoredValue<u32>,
    saving: StoredValue<bool>,
    stopped: StoredValue<bool>,
    later: Later,
}

impl Draft {
    /// Of a conversation, with what was kept before.
    pub fn new(conversation: ConversationId, text: String) -> Self {
        Self {
            conversation,
            text: RwSignal::new(text),
            words: RwSignal::new(String::new()),
            unsaved: StoredValue::new(0),
            saving: StoredValue::new(false),
            stopped: StoredValue::new(false),
            later: Later::new(),
        }
    }

    /// To be called whenever something was typed, with all of it.
    pub fn typed(self, text: String) {
        self.text.set(text);
        self.words.set("Saving the draft…".to_owned());
        self.stopped.set_value(false);
        let unsaved = self.unsaved.get_value() + 1;
        self.unsaved.set_value(unsaved);
        let rest = if unsaved < CHANGES { PAUSE_MS } else { 0 };
        self.later.run(rest, move || self.save());
    }

    /// Saves no more until something is typed; resolves when no save is on its way.
    pub async fn stop(self) {
        self.later.cancel();
        self.stopped.set_value(true);
        #[cfg(feature = "hydrate")]
        while self.saving.get_value() {
            gloo_timers::future::TimeoutFuture::new(20).await;
        }
    }

    fn save(self) {
        if self.stopped.get_value() {
            return;
        }
        if self.saving.get_value() {
            return self.later.run(PAUSE_MS, move || self.save());
        }
        self.saving.set_value(true);
        self.unsaved.set_value(0);
        spawn_local(async move {
            let answer = save_draft(self.conversation, self.text.get_untracked()).await;
            self.saving.set_value(false);
            let words = if answer.is_ok() {
                SAVED
            } else {
                "Draft not saved yet"
            };
            self.words.set(words.to_owned());
        });
    }
}
