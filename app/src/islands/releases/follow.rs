//! A release that is followed.

use crate::api::releases::{cancel_release, get_release_progress, start_release, undo_release};
use crate::components::ReleaseSubject;
use crate::domain::{ReleasePolicy, ReleaseProgress};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;

type Answer = Pin<Box<dyn Future<Output = Result<ReleaseProgress, AppError>>>>;

/// How far it is, and what is being asked of it.
#[derive(Clone, Copy)]
pub struct Follow {
    /// As far as it is known; nothing, if there is none.
    pub run: RwSignal<Option<ReleaseProgress>>,
    /// Whether somebody took it back already.
    pub undone: RwSignal<bool>,
    /// Whether the server is being asked to do something.
    pub busy: RwSignal<bool>,
    /// Why it did not: a sentence, or nothing.
    pub trouble: RwSignal<String>,
    /// How often it was forgotten: an answer from before that is about something else.
    forgotten: StoredValue<u32>,
}

impl Follow {
    /// What is known of it already.
    pub fn new(run: Option<ReleaseProgress>) -> Self {
        Self {
            run: RwSignal::new(run),
            undone: RwSignal::new(false),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(String::new()),
            forgotten: StoredValue::new(0),
        }
    }

    /// Follows nothing any more, and hears no answer that is on its way. What runs, runs.
    pub fn forget(self) {
        self.forgotten.set_value(self.forgotten.get_value() + 1);
        self.busy.set(false);
        self.run.set(None);
        self.undone.set(false);
        self.trouble.set(String::new());
    }

    /// Starts one, and calls `started` when it did.
    pub fn start(self, policy: ReleasePolicy, subject: &ReleaseSubject, started: fn()) {
        let answer = start_release(policy, subject.campaign, subject.kind);
        self.ask(Box::pin(answer), started);
    }

    /// Asks it to stop after the batch that it is at.
    pub fn cancel(self) {
        if let Some(run) = self.run.get_untracked() {
            self.ask(Box::pin(cancel_release(run.release)), || ());
        }
    }

    /// Takes it back, and follows that.
    pub fn undo(self) {
        if let Some(run) = self.run.get_untracked() {
            self.ask(Box::pin(undo_release(run.release, false)), || ());
        }
    }

    /// Takes in what the server says of all that run or have just ended.
    pub fn told(self, all: &[ReleaseProgress]) {
        let Some(known) = self.run.get_untracked() else {
            return;
        };
        if all.iter().any(|one| one.undoes == Some(known.release)) {
            self.undone.set(true);
        }
        match all.iter().find(|one| one.release == known.release) {
            Some(now) => self.run.set(Some(now.clone())),
            // It ended while nobody was told.
            None if !known.ended() => {
                self.hear(Box::pin(get_release_progress(known.release)), None)
            }
            None => {}
        }
    }

    /// Whether it can be taken back, as far as is known here; the server knows until when.
    pub fn may_undo(self) -> bool {
        let over = self
            .run
            .get()
            .is_some_and(|run| run.ended() && run.undoes.is_none() && run.conversations > 0);
        over && !self.undone.get()
    }

    fn ask(self, answer: Answer, done: fn()) {
        if self.busy.get_untracked() {
            return;
        }
        self.trouble.set(String::new());
        self.busy.set(true);
        self.hear(answer, Some(done));
    }

    /// Shows what the answer says, unless this was forgotten meanwhile. Whoever asked is told if it failed, and
    /// called back if it did not.
    fn hear(self, answer: Answer, asked: Option<fn()>) {
        let forgotten = self.forgotten.get_value();
        spawn_local(async move {
            let answer = answer.await;
            if self.forgotten.get_value() != forgotten {
                return;
            }
            let answer = answer.map(|run| self.run.set(Some(run)));
            let Some(done) = asked else { return };
            match answer {
                Ok(()) => done(),
                Err(error) => self.trouble.set(error.to_string()),
            }
            self.busy.set(false);
        });
    }
}
