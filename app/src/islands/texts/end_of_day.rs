//! The release of a texter's own replies at the end of their day, with its undo.

use crate::api::releases::{UndoRelease, release_my_replies, undo_release};
use crate::components::{Alert, derive};
use crate::error::AppError;
use crate::islands::browser::focus_element;
use crate::view_models::{released_text, returned_text};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;
use std::pin::Pin;

/// What came of **Release my replies**.
#[derive(Clone, Copy)]
pub struct EndOfDay {
    /// In words; empty if nothing was released.
    text: RwSignal<String>,
    /// The release that can be undone; empty if there is none.
    release: RwSignal<String>,
    refusal: RwSignal<String>,
    /// Whether the server is at it.
    pub busy: RwSignal<bool>,
}

impl EndOfDay {
    /// What a plain form has done before this page, if it did.
    pub fn new(text: String, release: String) -> Self {
        Self {
            text: RwSignal::new(text),
            release: RwSignal::new(release),
            refusal: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
        }
    }

    /// Gives back what the texter holds, then calls `done`.
    pub fn release(self, done: impl Fn() + 'static) {
        self.submit(
            done,
            Box::pin(async move {
                let progress = release_my_replies().await?;
                let undoable = progress.conversations > 0;
                self.text.set(released_text(progress.conversations));
                self.release.set(if undoable {
                    focus_element("undo");
                    progress.release.to_string()
                } else {
                    String::new()
                });
                Ok(())
            }),
        );
    }

    /// Takes back what was given and nobody has touched, then calls `done`.
    fn undo(self, done: impl Fn() + 'static) {
        let Ok(release) = self.release.get_untracked().parse() else {
            return;
        };
        self.submit(
            done,
            Box::pin(async move {
                let progress = undo_release(release, true).await?;
                self.text
                    .set(returned_text(progress.conversations, progress.kept));
                self.release.set(String::new());
                Ok(())
            }),
        );
    }

    /// Boxed, so that the code around it is in the bundle once.
    fn submit(
        self,
        done: impl Fn() + 'static,
        request: Pin<Box<dyn Future<Output = Result<(), AppError>>>>,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.refusal.set(String::new());
        spawn_local(async move {
            if let Err(error) = request.await {
                self.refusal.set(error.to_string());
            }
            self.busy.set(false);
            done();
        });
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
                    <button id="undo" class="button" disabled=derive(move || end_of_day.busy.get())>"Undo"</button>
                </form>
            </div>
        </div>
        <Alert sentence=end_of_day.refusal/>
    }
}
