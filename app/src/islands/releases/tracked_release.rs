//! The state of a release that the page tracks, and the requests to the server about it.

use crate::api::releases::{cancel_release, get_release_progress, start_release, undo_release};
use crate::components::ReleaseSubject;
use crate::domain::{ReleasePolicy, ReleaseProgress};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;

type Request = Pin<Box<dyn Future<Output = Result<ReleaseProgress, AppError>>>>;

/// The progress of a release, and the request about it that is under way.
#[derive(Clone, Copy)]
pub struct TrackedRelease {
    /// As far as it is known; nothing, if there is none.
    pub progress: RwSignal<Option<ReleaseProgress>>,
    /// Whether somebody took it back already.
    pub undone: RwSignal<bool>,
    /// Whether the server is being asked to do something.
    pub busy: RwSignal<bool>,
    /// Why it did not: a sentence, or nothing.
    pub error: RwSignal<String>,
    /// How often it was forgotten: a response to a request from before that is about another release.
    generation: StoredValue<u32>,
}

impl TrackedRelease {
    /// A release, or none yet.
    pub fn new(progress: Option<ReleaseProgress>) -> Self {
        Self {
            progress: RwSignal::new(progress),
            undone: RwSignal::new(false),
            busy: RwSignal::new(false),
            error: RwSignal::new(String::new()),
            generation: StoredValue::new(0),
        }
    }

    /// Tracks nothing any more, and drops the response that is on its way. A running release goes on.
    pub fn forget(self) {
        self.generation.set_value(self.generation.get_value() + 1);
        self.busy.set(false);
        self.progress.set(None);
        self.undone.set(false);
        self.error.set(String::new());
    }

    /// Starts one, and calls `started` when it did.
    pub fn start(self, policy: ReleasePolicy, subject: &ReleaseSubject, started: fn()) {
        let request = start_release(policy, subject.campaign, subject.kind);
        self.submit(Box::pin(request), started);
    }

    /// Asks it to stop after the batch that it is at.
    pub fn cancel(self) {
        if let Some(progress) = self.progress.get_untracked() {
            self.submit(Box::pin(cancel_release(progress.release)), || ());
        }
    }

    /// Takes it back, and follows that.
    pub fn undo(self) {
        if let Some(progress) = self.progress.get_untracked() {
            self.submit(Box::pin(undo_release(progress.release, false)), || ());
        }
    }

    /// Takes in a live event: all releases that run or have just ended.
    pub fn update(self, all: &[ReleaseProgress]) {
        let Some(tracked) = self.progress.get_untracked() else {
            return;
        };
        if all.iter().any(|one| one.undoes == Some(tracked.release)) {
            self.undone.set(true);
        }
        match all.iter().find(|one| one.release == tracked.release) {
            Some(progress) => self.progress.set(Some(progress.clone())),
            // It ended while nobody was connected.
            None if !tracked.ended() => {
                self.await_response(Box::pin(get_release_progress(tracked.release)), None)
            }
            None => {}
        }
    }

    /// Whether it can be taken back, as far as is known here; the server knows until when.
    pub fn may_undo(self) -> bool {
        let undoable = self
            .progress
            .get()
            .is_some_and(|it| it.ended() && it.undoes.is_none() && it.conversations > 0);
        undoable && !self.undone.get()
    }

    fn submit(self, request: Request, done: fn()) {
        if self.busy.get_untracked() {
            return;
        }
        self.error.set(String::new());
        self.busy.set(true);
        self.await_response(request, Some(done));
    }

    /// Shows the response, unless this was forgotten meanwhile. With `on_success` somebody pressed a button: it is
    /// called if the request succeeded, and an error is shown if it did not.
    fn await_response(self, request: Request, on_success: Option<fn()>) {
        let generation = self.generation.get_value();
        spawn_local(async move {
            let response = request.await;
            if self.generation.get_value() != generation {
                return;
            }
            let result = response.map(|progress| self.progress.set(Some(progress)));
            let Some(done) = on_success else { return };
            match result {
                Ok(()) => done(),
                Err(error) => self.error.set(error.to_string()),
            }
            self.busy.set(false);
        });
    }
}
