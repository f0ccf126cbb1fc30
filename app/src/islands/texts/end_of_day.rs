//! The release of a texter's own replies at the end of their day, with its undo.

use crate::api::releases::{UndoRelease, release_my_replies, undo_release};
use crate::components::{Alert, derive, undo_words};
use crate::domain::Age;
use crate::islands::browser::focus_element;
use crate::islands::submission::{OnSuccess, Submission};
use crate::view_models::{released_text, returned_text};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::island;

/// What came of **Release my replies**.
#[derive(Clone, Copy)]
pub struct EndOfDay {
    /// In words; empty if nothing was released.
    text: RwSignal<String>,
    /// The release that can be undone; empty if there is none.
    release: RwSignal<String>,
    /// At which age of the page that is over.
    until: RwSignal<u32>,
    elapsed: ReadSignal<u32>,
    /// The request that releases or undoes.
    pub submission: Submission,
}

impl EndOfDay {
    /// What was done before this page and can be undone for so many seconds, if anything was; `elapsed` is the age of
    /// the page.
    pub fn new(text: String, release: String, undo_for: u32, elapsed: ReadSignal<u32>) -> Self {
        Self {
            text: RwSignal::new(text),
            release: RwSignal::new(release),
            until: RwSignal::new(undo_for),
            elapsed,
            submission: Submission::new(),
        }
    }

    /// How long it can still be undone; `None` = not, or not any more.
    fn undo_for(self) -> Option<Age> {
        let left = self.until.get().saturating_sub(self.elapsed.get());
        (left > 0 && !self.release.with(String::is_empty)).then_some(Age(left))
    }

    /// Releases what the texter holds, and calls `done` when the server has responded.
    pub fn release(self, done: impl Fn() + 'static) {
        self.submission.submit(Box::pin(async move {
            let response = release_my_replies().await;
            done();
            let progress = response?;
            let on_success: OnSuccess = Box::new(move || {
                self.text.set(released_text(progress.conversations));
                let left = progress.undo_for.map_or(0, |left| left.0);
                self.until.set(self.elapsed.get_untracked() + left);
                self.release.set(if progress.conversations > 0 {
                    focus_element("#undo");
                    progress.release.to_string()
                } else {
                    String::new()
                });
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
            let response = undo_release(release, true).await;
            done();
            let progress = response?;
            let on_success: OnSuccess = Box::new(move || {
                let text = returned_text(progress.conversations, progress.kept);
                self.text.set(text);
                self.release.set(String::new());
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
                    action=UndoRelease::PATH
                    hidden=derive(move || end_of_day.undo_for().is_none())
                    on:submit=undo
                >
                    <input type="hidden" name="release" value=derive(move || end_of_day.release.get())/>
                    <input type="hidden" name="from_home" value="true"/>
                    <button id="undo" class="button" disabled=derive(move || end_of_day.submission.busy.get())>{island::undo()}</button>
                    <span class="hint">{derive(move || undo_words(end_of_day.undo_for()))}</span>
                </form>
            </div>
        </div>
        <Alert sentence=end_of_day.submission.error/>
    }
}
