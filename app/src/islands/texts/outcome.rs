//! What the last request got.

use crate::api::requests::Told;
use crate::components::live;
use crate::error::AppError;
use leptos::prelude::*;

/// The answer to the last request, as sentences; both are empty if there was none.
#[derive(Clone, Copy)]
pub struct Answer {
    got: RwSignal<String>,
    refusal: RwSignal<String>,
    good: RwSignal<bool>,
    heard: RwSignal<Option<Told>>,
}

impl Answer {
    /// What the last request got, if there was one.
    pub fn new(last: Option<Told>) -> Self {
        let heard = RwSignal::new(last.clone());
        let (got, good) = last
            .map(|told| (told.sentence, told.good))
            .unwrap_or_default();
        Self {
            got: RwSignal::new(got),
            refusal: RwSignal::new(String::new()),
            good: RwSignal::new(good),
            heard,
        }
    }

    /// What the server says of the last request. It is an answer if it is another one than before: somebody
    /// has decided. What is said already is not said again in the place of what came after it.
    pub fn hear(self, last: Option<Told>) {
        if self.heard.with_untracked(|heard| *heard == last) {
            return;
        }
        self.heard.set(last.clone());
        // What is no news any more may stand: it went out of date, or another request is pending.
        if let Some(told) = last {
            self.set(Ok(told));
        }
    }

    /// A new one.
    pub fn set(self, answer: Result<Told, AppError>) {
        let (got, refusal) = match answer {
            Ok(told) => {
                self.good.set(told.good);
                (told.sentence, String::new())
            }
            Err(error) => (String::new(), error.to_string()),
        };
        self.got.set(got);
        self.refusal.set(refusal);
    }
}

/// The outcome of the last request as a sentence, or why there is none.
#[component]
pub fn Outcome(answer: Answer) -> impl IntoView {
    let class = live(move || {
        if answer.good.get() {
            "notice notice-good"
        } else {
            "notice"
        }
    });
    let empty = move |sentence: RwSignal<String>| live(move || sentence.get().is_empty());
    view! {
        <div role="status">
            <p class=class hidden=empty(answer.got)>{live(move || answer.got.get())}</p>
        </div>
        <div role="alert">
            <p class="notice notice-error" hidden=empty(answer.refusal)>{live(move || answer.refusal.get())}</p>
        </div>
    }
}
