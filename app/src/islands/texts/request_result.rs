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
    latest: RwSignal<String>,
}

impl RequestResult {
    /// The result of the last request, if there was one.
    pub fn new(last: Option<RequestNotice>) -> Self {
        let (latest, sentence, good) = last
            .map(|notice| (notice.request, notice.sentence, notice.good))
            .unwrap_or_default();
        Self {
            sentence: RwSignal::new(sentence),
            submission: Submission::new(),
            good: RwSignal::new(good),
            latest: RwSignal::new(latest),
        }
    }

    /// Takes in the server's notice of the last request. One of another request than the latest is new, even if it says the
    /// same; one of the same request is not shown again in the place of what came after it.
    pub fn update(self, last: Option<RequestNotice>) {
        let request = last.as_ref().map_or("", |notice| notice.request.as_str());
        if self.latest.with_untracked(|latest| latest == request) {
            return;
        }
        self.latest.set(request.to_owned());
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

#[cfg(test)]
mod tests {
    use super::RequestResult;
    use crate::view_models::RequestNotice;
    use leptos::prelude::*;

    fn two_assigned(request: &str) -> Option<RequestNotice> {
        Some(RequestNotice {
            request: request.to_owned(),
            sentence: "2 replies assigned".into(),
            good: true,
        })
    }

    #[test]
    fn an_equal_outcome_of_a_new_request_takes_the_place_of_an_error() {
        Owner::new().with(|| {
            let result = RequestResult::new(two_assigned("1"));
            let lost = || {
                result.sentence.set(String::new());
                result.submission.error.set("No connection".into());
            };
            let shown = || {
                let error = result.submission.error.get_untracked();
                (result.sentence.get_untracked(), error)
            };
            lost();
            result.update(two_assigned("1"));
            assert_eq!(shown(), (String::new(), "No connection".into()));
            result.update(two_assigned("2"));
            assert_eq!(shown(), ("2 replies assigned".into(), String::new()));
        });
    }
}
