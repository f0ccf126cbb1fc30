//! Redirects of page requests.

use http::{HeaderValue, StatusCode, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

/// Answers the request for a page with the address of another. Unlike `leptos_axum::redirect` it does
/// so whatever the client says that it accepts.
pub fn see_other(path: &str) {
    if let Some(response) = use_context::<ResponseOptions>()
        && let Ok(path) = HeaderValue::from_str(path)
    {
        response.set_status(StatusCode::SEE_OTHER);
        response.insert_header(header::LOCATION, path);
    }
}
