//! The state of a release that the page tracks, and the requests to the server about it.

use crate::api::releases::{cancel_release, get_release_progress, start_release, undo_release};
use crate::components::ReleaseSubject;
use crate::domain::{Age, ReleaseId, ReleasePolicy, ReleaseProgress};
use crate::error::AppError;
use crate::islands::browser::spawn_for_page;
use crate::islands::submission::{OnSuccess, Submission};
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;

type ProgressRequest = Pin<Box<dyn Future<Output = Result<ReleaseProgress, AppError>>>>;

/// The progress of a release, and the request about it that is under way.
#[derive(Clone, Copy)]
pub struct TrackedRelease {
    /// As far as it is known; nothing, if there is none.
    pub progress: RwSignal<Option<ReleaseProgress>>,
    /// Whether somebody took it back already.
    undone: RwSignal<bool>,
    /// How old the page is, and was when the progress was received.
    elapsed: ReadSignal<u32>,
    received_at: StoredValue<u32>,
    /// The request that starts, cancels or undoes it.
    pub submission: Submission,
}

impl TrackedRelease {
    /// A release, or none yet; `elapsed` is the age of the page.
    pub fn new(progress: Option<ReleaseProgress>, elapsed: ReadSignal<u32>) -> Self {
        Self {
            progress: RwSignal::new(progress),
            undone: RwSignal::new(false),
            elapsed,
            received_at: StoredValue::new(0),
            submission: Submission::new(),
        }
    }

    /// Tracks nothing any more, and drops the response that is on its way. A running release goes on.
    pub fn forget(self) {
        self.submission.reset();
        self.progress.set(None);
        self.undone.set(false);
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
            self.submit(Box::pin(undo_release(progress.release)), || ());
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
            Some(progress) => self.set(progress.clone()),
            // It ended while nobody was connected.
            None if !tracked.ended() => self.refresh(tracked.release),
            None => {}
        }
    }

    /// Tracks this from now on.
    pub fn set(self, progress: ReleaseProgress) {
        self.received_at.set_value(self.elapsed.get_untracked());
        self.progress.set(Some(progress));
    }

    /// How long it can still be taken back, as far as is known here; `None` = not, or not any more.
    pub fn undo_for(self) -> Option<Age> {
        let since = self
            .elapsed
            .get()
            .saturating_sub(self.received_at.get_value());
        let undo_for = self.progress.get()?.undo_for?;
        let left = undo_for.0.saturating_sub(since);
        (left > 0 && !self.undone.get()).then_some(Age(left))
    }

    fn submit(self, request: ProgressRequest, done: fn()) {
        self.submission.submit(Box::pin(async move {
            let progress = request.await?;
            let on_success: OnSuccess = Box::new(move || {
                self.set(progress);
                done();
            });
            Ok(on_success)
        }));
    }

    /// Reads the progress again. It is dropped if another release is tracked by then.
    fn refresh(self, release: ReleaseId) {
        spawn_for_page(async move {
            if let Ok(progress) = get_release_progress(release).await
                && let Some(tracked) = self.progress.get_untracked()
                && tracked.release == release
            {
                self.set(progress);
            }
        });
    }
}
