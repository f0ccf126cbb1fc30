//! The refusal of an upload, as a page for browsers with and without WASM.

use crate::http::error_page::ErrorPage;
use app::error::AppError;
use axum::response::{IntoResponse, Response};
use http::header::CONNECTION;
use http::{HeaderValue, StatusCode};
use sentences::page;

/// A refused upload: a status for programs, and a sentence for people.
#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    sentence: String,
    back: Option<(String, &'static str)>,
}

impl Refusal {
    /// A refusal whose sentence says what to do.
    pub fn new(status: StatusCode, sentence: String) -> Self {
        Self {
            status,
            sentence,
            back: None,
        }
    }

    /// The same refusal with a link back to a page, and its words.
    pub fn back_to(self, path: impl Into<String>, words: &'static str) -> Self {
        Self {
            back: Some((path.into(), words)),
            ..self
        }
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self::new(error.status(), error.to_string())
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let home = || ("/".to_owned(), page::go_to_home_page());
        let (back, words) = self.back.unwrap_or_else(home);
        let mut response = ErrorPage {
            status: self.status,
            title: page::nothing_was_imported(),
            sentence: &self.sentence,
            link: (&back, words),
            words: &[],
        }
        .into_response();
        // The rest of the upload is not read.
        if self.status == StatusCode::PAYLOAD_TOO_LARGE {
            let close = HeaderValue::from_static("close");
            response.headers_mut().insert(CONNECTION, close);
        }
        response
    }
}
