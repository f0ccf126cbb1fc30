//! The result of the last request.

use crate::components::{Alert, derive};
use crate::islands::submission::Submission;
use crate::view_models::RequestNotice;
use leptos::prelude::*;

/// The result of the last request, as sentences; both are empty if there was none.
#[derive(Clone, Copy)]
pub struct RequestResult {
    /// The notice of a request that succeeded; empty if there is none.
    pub sentence: RwSignal<String>,
    /// The request that creates or cancels one.
    pub submission: Submission,
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
            submission: Submission::new(),
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
        match last {
            Some(notice) => self.show(notice),
            // It is no news any more, or another request is pending. An error stands.
            None => self.sentence.set(String::new()),
        }
    }

    /// Shows a notice, in the place of the one before and of an error.
    pub fn show(self, notice: RequestNotice) {
        self.good.set(notice.good);
        self.sentence.set(notice.sentence);
        self.submission.error.set(String::new());
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
    let empty = derive(move || result.sentence.with(String::is_empty));
    view! {
        <div role="status">
            <p class=class hidden=empty>{derive(move || result.sentence.get())}</p>
        </div>
        <Alert sentence=result.submission.error/>
    }
}
