//! The end of a texter's day: what they gave back, and how they get it back.

use super::day_words::{came_back_words, gave_words};
use crate::api::releases::{release_my_replies, undo_release};
use crate::components::{Trouble, live};
use crate::error::AppError;
use crate::islands::browser::focus_soon;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;

/// What came of **Release my replies**.
#[derive(Clone, Copy)]
pub struct Day {
    /// In words; empty if nothing was released.
    said: RwSignal<String>,
    /// The release that can be undone; empty if there is none.
    release: RwSignal<String>,
    refusal: RwSignal<String>,
    /// Whether the server is at it.
    pub busy: RwSignal<bool>,
}

impl Day {
    /// What a plain form has done before this page, if it did.
    pub fn new(said: String, release: String) -> Self {
        Self {
            said: RwSignal::new(said),
            release: RwSignal::new(release),
            refusal: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
        }
    }

    /// Gives back what the texter holds, then calls `done`.
    pub fn release(self, done: impl Fn() + 'static) {
        self.run(
            done,
            Box::pin(async move {
                let given = release_my_replies().await?;
                let undoable = given.conversations > 0;
                self.said.set(gave_words(given.conversations));
                self.release.set(if undoable {
                    focus_soon("undo");
                    given.release.to_string()
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
        self.run(
            done,
            Box::pin(async move {
                let back = undo_release(release, true).await?;
                self.said
                    .set(came_back_words(back.conversations, back.kept));
                self.release.set(String::new());
                Ok(())
            }),
        );
    }

    /// Boxed, so that the code around it is in the bundle once.
    fn run(
        self,
        done: impl Fn() + 'static,
        what: Pin<Box<dyn Future<Output = Result<(), AppError>>>>,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.refusal.set(String::new());
        spawn_local(async move {
            if let Err(error) = what.await {
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
pub fn DayResult(day: Day, refresh: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let undo = move |event: SubmitEvent| {
        event.prevent_default();
        day.undo(refresh);
    };
    view! {
        <div role="status">
            <div class="notice notice-good day-result" hidden=live(move || day.said.with(String::is_empty))>
                <p>{live(move || day.said.get())}</p>
                <form
                    method="post"
                    action="/api/releases/undo"
                    hidden=live(move || day.release.with(String::is_empty))
                    on:submit=undo
                >
                    <input type="hidden" name="release" value=live(move || day.release.get())/>
                    <input type="hidden" name="at_desk" value="true"/>
                    <button id="undo" class="button" disabled=live(move || day.busy.get())>"Undo"</button>
                </form>
            </div>
        </div>
        <Trouble sentence=day.refusal/>
    }
}
