//! The draft, kept on the server as it is typed.

use crate::api::conversations::save_draft;
use crate::domain::ConversationId;
use crate::islands::browser::{Later, on_window, send_behind};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long the keys must rest before the draft is saved.
const PAUSE_MS: u32 = 600;

/// Who never rests has it saved after so many changes all the same: what is being written is left alone
/// only as far as the server knows of it.
const CHANGES: u32 = 25;

/// How long after a save that failed the next is tried, at first; it doubles from one to the next.
const AGAIN_MS: u32 = 2_000;

/// The most that it doubles: about a minute.
const DOUBLINGS: u32 = 5;

/// Saves what is typed, one save at a time, and none once the text is being sent: a late one would
/// bring back a draft of what the contact has got already.
#[derive(Clone, Copy)]
pub struct Draft {
    conversation: ConversationId,
    /// What was typed.
    pub text: RwSignal<String>,
    /// Whether it is kept, in words; empty while nothing was typed.
    pub words: RwSignal<String>,
    /// How many changes the server has. It tells whenever it took some.
    pub saved: RwSignal<u32>,
    changes: StoredValue<u32>,
    /// How many were there when the last save began.
    tried: StoredValue<u32>,
    /// How many were there when the page was last left.
    left: StoredValue<u32>,
    failures: StoredValue<u32>,
    saving: StoredValue<bool>,
    stopped: StoredValue<bool>,
    later: Later,
}

impl Draft {
    /// Of a conversation, with what was kept before.
    pub fn new(conversation: ConversationId, text: String) -> Self {
        let draft = Self {
            conversation,
            text: RwSignal::new(text),
            words: RwSignal::new(String::new()),
            saved: RwSignal::new(0),
            changes: StoredValue::new(0),
            tried: StoredValue::new(0),
            left: StoredValue::new(0),
            failures: StoredValue::new(0),
            saving: StoredValue::new(false),
            stopped: StoredValue::new(false),
            later: Later::new(),
        };
        // Out of sight on a phone, a page may end without another word.
        on_window(&["visibilitychange", "pagehide"], move || draft.leave());
        on_window(&["online"], move || draft.save());
        draft
    }

    /// To be called whenever something was typed, with all of it.
    pub fn typed(self, text: String) {
        self.text.set(text);
        self.words.set("Saving the draft…".to_owned());
        let changes = self.changes.get_value() + 1;
        self.changes.set_value(changes);
        let rest = if changes - self.tried.get_value() < CHANGES {
            PAUSE_MS
        } else {
            0
        };
        self.later.run(rest, move || self.save());
    }

    /// Saves no more until it is told to go on; resolves when no save is on its way.
    pub async fn stop(self) {
        self.later.cancel();
        self.stopped.set_value(true);
        #[cfg(feature = "hydrate")]
        while self.saving.get_value() {
            gloo_timers::future::TimeoutFuture::new(20).await;
        }
    }

    /// Saves again, beginning with what is not kept yet: the text was not sent after all.
    pub fn go_on(self) {
        self.stopped.set_value(false);
        self.save();
    }

    /// Whether the server may lack something that is to be kept.
    fn unsaved(self) -> bool {
        !self.stopped.get_value() && self.saved.get_untracked() != self.changes.get_value()
    }

    fn save(self) {
        if !self.unsaved() {
            return;
        }
        if self.saving.get_value() {
            return self.later.run(PAUSE_MS, move || self.save());
        }
        self.later.cancel();
        self.saving.set_value(true);
        let changes = self.changes.get_value();
        self.tried.set_value(changes);
        spawn_local(async move {
            let answer = save_draft(self.conversation, self.text.get_untracked()).await;
            self.saving.set_value(false);
            // What was typed meanwhile has its own save before it.
            let newest = changes == self.changes.get_value();
            if answer.is_ok() {
                self.failures.set_value(0);
                self.saved.set(changes);
                if newest {
                    self.words.set("Draft saved".to_owned());
                }
            } else {
                let failures = self.failures.get_value();
                self.failures.set_value((failures + 1).min(DOUBLINGS));
                self.words.set("Draft not saved yet".to_owned());
                if newest {
                    self.later.run(AGAIN_MS << failures, move || self.save());
                }
            }
        });
    }

    /// Hands what is not kept yet to the browser, which delivers it behind the page. Nobody hears whether
    /// it came, so on a page that stays it is saved in the usual way too.
    fn leave(self) {
        let changes = self.changes.get_value();
        if !self.unsaved() || self.left.get_value() == changes {
            return;
        }
        let conversation = self.conversation.to_string();
        let text = self.text.get_untracked();
        let fields = [("conversation", &*conversation), ("body", &*text)];
        if send_behind("/api/conversations/save-draft", &fields) {
            self.left.set_value(changes);
        }
    }
}
