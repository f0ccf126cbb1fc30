//! The result of the last request.

use crate::components::derive;
use crate::error::AppError;
use crate::view_models::RequestNotice;
use leptos::prelude::*;

/// The result of the last request, as sentences; both are empty if there was none.
#[derive(Clone, Copy)]
pub struct RequestResult {
    sentence: RwSignal<String>,
    refusal: RwSignal<String>,
    good: RwSignal<bool>,
    latest: RwSignal<Option<RequestNotice>>,
}

impl RequestResult {
    /// The result of the last request, if there was one.
    pub fn new(last: Option<RequestNotice>) -> Self {
        let latest = RwSignal::new(last.clone());
        let (sentence, good) = last
            .map(|notice| (notice.sentence, notice.good))
            .unwrap_or_default();
        Self {
            sentence: RwSignal::new(sentence),
            refusal: RwSignal::new(String::new()),
            good: RwSignal::new(good),
            latest,
        }
    }

    /// Takes in the server's notice of the last request. One that differs from the latest means that somebody has
    /// decided; an equal one is not shown again in the place of what came after it.
    pub fn update(self, last: Option<RequestNotice>) {
        if self.latest.with_untracked(|latest| *latest == last) {
            return;
        }
        self.latest.set(last.clone());
        // What is no news any more may stand: it went out of date, or another request is pending.
        if let Some(notice) = last {
            self.set(Ok(notice));
        }
    }

    /// Shows the response to a request.
    pub fn set(self, response: Result<RequestNotice, AppError>) {
        let (sentence, refusal) = match response {
            Ok(notice) => {
                self.good.set(notice.good);
                (notice.sentence, String::new())
            }
            Err(error) => (String::new(), error.to_string()),
        };
        self.sentence.set(sentence);
        self.refusal.set(refusal);
    }
}

/// The outcome of the last request as a sentence, or why there is none.
#[component]
pub fn RequestResultView(result: RequestResult) -> impl IntoView {
    let class = derive(move || {
        if result.good.get() {
            "notice notice-good"
        } else {
            "notice"
        }
    });
    let empty = move |sentence: RwSignal<String>| derive(move || sentence.get().is_empty());
    view! {
        <div role="status">
            <p class=class hidden=empty(result.sentence)>{derive(move || result.sentence.get())}</p>
        </div>
        <div role="alert">
            <p class="notice notice-error" hidden=empty(result.refusal)>{derive(move || result.refusal.get())}</p>
        </div>
    }
}
