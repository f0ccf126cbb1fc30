//! The release of a texter's own replies at the end of their day, with its undo.

use crate::api::releases::{UndoMyRelease, release_my_replies, undo_my_release};
use crate::components::{Alert, derive, undo_words};
use crate::domain::Age;
use crate::islands::browser::focus_element;
use crate::islands::submission::{OnSuccess, Submission};
use crate::view_models::EndOfDayNotice;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::island;

/// What came of **Release my replies**.
#[derive(Clone, Copy)]
pub struct EndOfDay {
    /// In words; empty if nothing was released.
    text: RwSignal<String>,
    /// The release that can or could be undone; empty if there was none.
    release: RwSignal<String>,
    /// At which age of the page that is over; 0 if there was none, or it is undone.
    until: RwSignal<u32>,
    elapsed: ReadSignal<u32>,
    /// The request that releases or undoes.
    pub submission: Submission,
}

impl EndOfDay {
    /// What was done before this page, if anything was; `elapsed` is the age of the page.
    pub fn new(notice: EndOfDayNotice, elapsed: ReadSignal<u32>) -> Self {
        Self {
            text: RwSignal::new(notice.text),
            release: RwSignal::new(notice.release),
            until: RwSignal::new(notice.undo_for),
            elapsed,
            submission: Submission::new(),
        }
    }

    /// How long it can still be undone; `None` = not, or not any more.
    fn undo_for(self) -> Option<Age> {
        let left = self.until.get().saturating_sub(self.elapsed.get());
        (left > 0).then_some(Age(left))
    }

    /// Whether the undo of a release stands or stood here, whose place another one would take.
    pub fn has_undo(self) -> bool {
        !self.release.get_untracked().is_empty()
    }

    /// Releases what the texter holds, and calls `done` when the server has responded.
    pub fn release(self, done: impl Fn() + 'static) {
        self.submission.submit(Box::pin(async move {
            let response = release_my_replies().await;
            done();
            let notice = response?;
            let on_success: OnSuccess = Box::new(move || {
                if !notice.release.is_empty() {
                    focus_element("#undo");
                }
                self.text.set(notice.text);
                let until = self.elapsed.get_untracked() + notice.undo_for;
                self.until.set(until);
                self.release.set(notice.release);
            });
            Ok(on_success)
        }));
    }

    /// Takes back what was released and nobody has touched, and calls `done` when the server has responded.
    fn undo(self, done: impl Fn() + 'static) {
        let Ok(release) = self.release.get_untracked().parse() else {
            return;
        };
        self.submission.submit(Box::pin(async move {
            let response = undo_my_release(release).await;
            done();
            let text = response?;
            let on_success: OnSuccess = Box::new(move || {
                self.text.set(text);
                self.until.set(0);
            });
            Ok(on_success)
        }));
    }
}

/// How many went back to the pool, with **Undo**; or how many came back. `refresh` brings the page up
/// to date.
#[component]
pub fn EndOfDayResult(
    end_of_day: EndOfDay,
    refresh: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let undo = move |event: SubmitEvent| {
        event.prevent_default();
        end_of_day.undo(refresh);
    };
    view! {
        <div role="status">
            <div class="notice notice-good day-result" hidden=derive(move || end_of_day.text.with(String::is_empty))>
                <p>{derive(move || end_of_day.text.get())}</p>
                <form
                    method="post"
                    action=UndoMyRelease::PATH
                    hidden=derive(move || end_of_day.undo_for().is_none())
                    on:submit=undo
                >
                    <input type="hidden" name="release" value=derive(move || end_of_day.release.get())/>
                    <button id="undo" class="button" disabled=derive(move || end_of_day.submission.busy.get())>{island::undo()}</button>
                    <span class="hint">{derive(move || undo_words(end_of_day.undo_for()))}</span>
                </form>
            </div>
        </div>
        <Alert sentence=end_of_day.submission.error/>
    }
}
