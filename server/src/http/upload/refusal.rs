//! The refusal of an upload, as a page for browsers with and without WASM.

use crate::http::error_page::ErrorPage;
use app::api::redisplay_url;
use app::error::AppError;
use app::field_errors::FieldErrors;
use axum::response::{IntoResponse, Redirect, Response};
use http::header::CONNECTION;
use http::{HeaderValue, StatusCode};
use sentences::page;

/// A refused upload: a status for programs, and a sentence for people.
#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    sentence: String,
    back: Option<(String, &'static str)>,
    /// That no file was chosen, which is said beside the field.
    is_without_file: bool,
    /// The address of the form with that sentence.
    form: Option<String>,
}

impl Refusal {
    /// A refusal whose sentence says what to do.
    pub fn new(status: StatusCode, sentence: String) -> Self {
        Self {
            status,
            sentence,
            back: None,
            is_without_file: false,
            form: None,
        }
    }

    /// No file was chosen.
    pub fn without_file() -> Self {
        let sentence = page::file_is_missing().to_owned();
        Self {
            is_without_file: true,
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, sentence)
        }
    }

    /// The same refusal of a form on a page, in the part with this id. Where no file was chosen it leads back there.
    pub fn of_form(self, page: &str, form: &str, part: &str) -> Self {
        let errors = || AppError::Fields(FieldErrors::one("file", &self.sentence));
        let address = self.is_without_file.then(errors);
        let address = address.and_then(|errors| redisplay_url(page, form, &[], &errors));
        Self {
            form: address.map(|address| format!("{address}#{part}")),
            ..self
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
        if let Some(address) = self.form {
            return Redirect::to(&address).into_response();
        }
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
