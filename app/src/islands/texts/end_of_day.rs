//! The release of a texter's own replies at the end of their day, with its undo.

use crate::api::releases::{UndoRelease, release_my_replies, undo_release};
use crate::components::{Alert, derive};
use crate::islands::browser::focus_element;
use crate::islands::submission::{OnSuccess, Submission};
use crate::view_models::{released_text, returned_text};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// What came of **Release my replies**.
#[derive(Clone, Copy)]
pub struct EndOfDay {
    /// In words; empty if nothing was released.
    text: RwSignal<String>,
    /// The release that can be undone; empty if there is none.
    release: RwSignal<String>,
    /// The request that releases or undoes.
    pub submission: Submission,
}

impl EndOfDay {
    /// What a plain form has done before this page, if it did.
    pub fn new(text: String, release: String) -> Self {
        Self {
            text: RwSignal::new(text),
            release: RwSignal::new(release),
            submission: Submission::new(),
        }
    }

    /// Releases what the texter holds, and calls `done` when the server has responded.
    pub fn release(self, done: impl Fn() + 'static) {
        self.submission.submit(Box::pin(async move {
            let response = release_my_replies().await;
            done();
            let progress = response?;
            let on_success: OnSuccess = Box::new(move || {
                self.text.set(released_text(progress.conversations));
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
                    hidden=derive(move || end_of_day.release.with(String::is_empty))
                    on:submit=undo
                >
                    <input type="hidden" name="release" value=derive(move || end_of_day.release.get())/>
                    <input type="hidden" name="from_home" value="true"/>
                    <button id="undo" class="button" disabled=derive(move || end_of_day.submission.busy.get())>"Undo"</button>
                </form>
            </div>
        </div>
        <Alert sentence=end_of_day.submission.error/>
    }
}
