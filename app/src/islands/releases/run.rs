//! A release that was started from the dialog.

use crate::api::releases::start_release;
use crate::domain::{ReleaseKind, ReleasePolicy};
use crate::islands::browser::focus_soon;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whether it runs, and what came of it.
#[derive(Clone, Copy)]
pub struct Run {
    /// Whether the server is at it.
    pub releasing: RwSignal<bool>,
    /// The result as a sentence, or nothing.
    pub result: RwSignal<String>,
    /// Why it was refused as a sentence, or nothing.
    pub refusal: RwSignal<String>,
}

impl Run {
    /// Not started.
    pub fn new() -> Self {
        Self {
            releasing: RwSignal::new(false),
            result: RwSignal::new(String::new()),
            refusal: RwSignal::new(String::new()),
        }
    }

    /// Forgets what came of the last one.
    pub fn forget(self) {
        self.result.set(String::new());
        self.refusal.set(String::new());
    }

    /// Starts, unless it runs already. Who pressed the button finds the focus on the one with this id
    /// when it is done: the form that had it is gone then.
    pub fn start(self, policy: ReleasePolicy, afterwards: &'static str) {
        if self.releasing.get_untracked() {
            return;
        }
        self.forget();
        self.releasing.set(true);
        spawn_local(async move {
            match start_release(policy, None, ReleaseKind::Replies).await {
                Ok(outcome) => {
                    self.result.set(outcome.to_string());
                    focus_soon(afterwards);
                }
                Err(error) => self.refusal.set(error.to_string()),
            }
            self.releasing.set(false);
        });
    }
}
