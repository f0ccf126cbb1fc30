//! The draft of a reply, saved on the server as it is typed.

use crate::api::conversations::{SaveDraft, save_draft};
use crate::domain::ConversationId;
use crate::islands::browser::{Debounce, PendingForm, Writing, on_window, send_beacon};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;
use sentences::island;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How long nothing may be typed before the draft is saved.
const DEBOUNCE_MS: u32 = 600;

/// The most changes without a save. Who never pauses has it saved all the same: a conversation is left alone
/// while its texter writes only as far as the server knows of it.
const MAX_UNSAVED_CHANGES: u32 = 25;

/// How long after a save that failed the next is tried, at first; it doubles from one to the next.
const RETRY_DELAY_MS: u32 = 2_000;

/// How often it doubles: to about a minute.
const MAX_DOUBLINGS: u32 = 5;

/// Saves what is typed, one save at a time, and none once the text is being sent: a late one would
/// bring back a draft of what the contact has got already.
#[derive(Clone, Copy)]
pub struct Draft {
    conversation: ConversationId,
    /// What was typed.
    pub text: RwSignal<String>,
    /// Whether it is saved, in words; empty while nothing was typed.
    pub status: RwSignal<&'static str>,
    /// How many changes the server has; changes whenever a save succeeds.
    pub saved_changes: RwSignal<u32>,
    changes: StoredValue<u32>,
    /// How many were there when the last save began.
    attempted_changes: StoredValue<u32>,
    /// How many were there when the page was last left.
    beacon_changes: StoredValue<u32>,
    failures: StoredValue<u32>,
    /// Whether a save is under way. It outlives the page.
    saving: StoredValue<Arc<AtomicBool>>,
    paused: StoredValue<bool>,
    debounce: Debounce,
}

impl Draft {
    /// Of a conversation, with what was kept before.
    pub fn new(conversation: ConversationId, text: String) -> Self {
        let draft = Self {
            conversation,
            text: RwSignal::new(text),
            status: RwSignal::new(""),
            saved_changes: RwSignal::new(0),
            changes: StoredValue::new(0),
            attempted_changes: StoredValue::new(0),
            beacon_changes: StoredValue::new(0),
            failures: StoredValue::new(0),
            saving: StoredValue::new(Arc::default()),
            paused: StoredValue::new(false),
            debounce: Debounce::new(),
        };
        // Out of sight on a phone, a page may end without another word.
        on_window(&["visibilitychange", "pagehide"], move || {
            draft.send_beacon()
        });
        on_window(&["online"], move || draft.save());
        on_window(&["leaving"], move || draft.save_before_leaving());
        draft
    }

    /// Takes in all of the text, whenever something was typed.
    pub fn set_text(self, text: String) {
        self.text.set(text);
        self.status.set(island::saving_the_draft());
        let changes = self.changes.get_value() + 1;
        self.changes.set_value(changes);
        let delay = if changes - self.attempted_changes.get_value() < MAX_UNSAVED_CHANGES {
            DEBOUNCE_MS
        } else {
            0
        };
        self.debounce.call_after(delay, move || self.save());
    }

    /// Saves no more until [`Self::resume`]. The future resolves when no save is under way, also after the page was left.
    pub fn pause(self) -> impl Future<Output = ()> {
        self.debounce.cancel();
        self.paused.set_value(true);
        let saving = self.saving.get_value();
        async move { finished(&saving).await }
    }

    /// Saves again, beginning with what is not kept yet: this text was not sent after all. Its page may be gone by then.
    pub fn resume(self, text: String) {
        if self.text.is_disposed() {
            let pending = self.pending(&text);
            let request = save_draft(self.conversation, text);
            spawn_local(async move {
                // That the text was not sent is said already, and it is kept.
                let _ = request.await;
                drop(pending);
            });
        } else {
            self.paused.set_value(false);
            self.save();
        }
    }

    /// Saves what is typed by now, before the page is left: its timers end with it. A save that is under way has older
    /// text, and is waited for.
    fn save_before_leaving(self) {
        let saving = self.saving.get_value();
        let has_all = self.attempted_changes.get_value() == self.changes.get_value();
        if has_all || !saving.load(Ordering::Relaxed) || !self.unsaved() {
            return self.save();
        }
        self.attempted_changes.set_value(self.changes.get_value());
        let text = self.text.get_untracked();
        let pending = self.pending(&text);
        let writing = Writing::draft();
        spawn_local(async move {
            finished(&saving).await;
            saving.store(true, Ordering::Relaxed);
            let answer = save_draft(self.conversation, text).await;
            saving.store(false, Ordering::Relaxed);
            drop(pending);
            // A page that stays after all saves it again.
            if answer.is_err() && self.text.is_disposed() {
                writing.show_unsent("");
            }
        });
    }

    /// The save of a text, on its way.
    fn pending(self, text: &str) -> PendingForm {
        let fields = vec![
            ("conversation", self.conversation.to_string()),
            ("body", text.to_owned()),
        ];
        PendingForm::new(SaveDraft::PATH, fields)
    }

    /// Whether the server may lack something that is to be kept.
    fn unsaved(self) -> bool {
        !self.paused.get_value() && self.saved_changes.get_untracked() != self.changes.get_value()
    }

    fn save(self) {
        if !self.unsaved() {
            return;
        }
        let saving = self.saving.get_value();
        if saving.swap(true, Ordering::Relaxed) {
            return self.debounce.call_after(DEBOUNCE_MS, move || self.save());
        }
        self.debounce.cancel();
        let changes = self.changes.get_value();
        self.attempted_changes.set_value(changes);
        let text = self.text.get_untracked();
        let pending = self.pending(&text);
        let request = save_draft(self.conversation, text);
        let writing = Writing::draft();
        spawn_local(async move {
            let answer = request.await;
            drop(pending);
            saving.store(false, Ordering::Relaxed);
            // It is another page by now.
            if self.text.is_disposed() {
                if answer.is_err() {
                    writing.show_unsent("");
                }
                return;
            }
            // What was typed meanwhile has its own save before it.
            let newest = changes == self.changes.get_value();
            if answer.is_ok() {
                self.failures.set_value(0);
                self.saved_changes.set(changes);
                if newest {
                    self.status.set(island::draft_saved());
                }
            } else {
                let failures = self.failures.get_value();
                self.failures.set_value((failures + 1).min(MAX_DOUBLINGS));
                self.status.set(island::draft_not_saved_yet());
                if newest {
                    self.debounce
                        .call_after(RETRY_DELAY_MS << failures, move || self.save());
                }
            }
        });
    }

    /// Sends what is not saved yet as a beacon. Its response reaches nobody, so on a page that stays it is saved in
    /// the usual way too.
    fn send_beacon(self) {
        let changes = self.changes.get_value();
        if !self.unsaved() || self.beacon_changes.get_value() == changes {
            return;
        }
        let conversation = self.conversation.to_string();
        let text = self.text.get_untracked();
        let fields = [("conversation", &*conversation), ("body", &*text)];
        if send_beacon(SaveDraft::PATH, &fields) {
            self.beacon_changes.set_value(changes);
        }
    }
}

/// Resolves when no save is under way.
async fn finished(saving: &AtomicBool) {
    #[cfg(feature = "hydrate")]
    while saving.load(Ordering::Relaxed) {
        gloo_timers::future::TimeoutFuture::new(20).await;
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = saving;
}
