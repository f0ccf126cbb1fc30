//! A release that is followed.

use crate::api::releases::{cancel_release, look_at_release, start_release, undo_release};
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
}

impl Follow {
    /// What is known of it already.
    pub fn new(run: Option<ReleaseProgress>) -> Self {
        Self {
            run: RwSignal::new(run),
            undone: RwSignal::new(false),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(String::new()),
        }
    }

    /// Follows nothing any more. What runs, runs.
    pub fn forget(self) {
        self.run.set(None);
        self.undone.set(false);
        self.trouble.set(String::new());
    }

    /// Starts one, and calls `started` when it did.
    pub fn start(
        self,
        policy: ReleasePolicy,
        subject: &ReleaseSubject,
        started: impl Fn() + 'static,
    ) {
        let answer = start_release(policy, subject.campaign, subject.kind);
        self.ask(Box::pin(async move {
            let answer = answer.await;
            if answer.is_ok() {
                started();
            }
            answer
        }));
    }

    /// Asks it to stop after the batch that it is at.
    pub fn cancel(self) {
        if let Some(run) = self.run.get_untracked() {
            self.ask(Box::pin(cancel_release(run.release)));
        }
    }

    /// Takes it back, and follows that.
    pub fn undo(self) {
        if let Some(run) = self.run.get_untracked() {
            self.ask(Box::pin(undo_release(run.release, false)));
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
            None if !known.ended() => self.ask(Box::pin(look_at_release(known.release))),
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

    fn ask(self, answer: Answer) {
        if self.busy.get_untracked() {
            return;
        }
        self.trouble.set(String::new());
        self.busy.set(true);
        spawn_local(async move {
            match answer.await {
                Ok(run) => self.run.set(Some(run)),
                Err(error) => self.trouble.set(error.to_string()),
            }
            self.busy.set(false);
        });
    }
}
