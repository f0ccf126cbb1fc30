//! Refusals of server functions by role, before the fields of the form are looked at: who may not is told so, whatever they
//! sent. Each function asks for its witness all the same.

use app::api::least_role;
use app::domain::Viewer;
use app::error::AppError;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, CONTENT_TYPE, LOCATION, REFERER};
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode};
use leptos::server_fn::ContentType;
use leptos::server_fn::codec::PostcardEncoding;
use leptos::server_fn::error::{FromServerFnError, SERVER_FN_ERROR_HEADER, ServerFnUrlError};

/// Refuses a call of a function that is for a higher role than the viewer's.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    match refusal(&parts) {
        Some(error) => refuse(&parts, error),
        None => next.run(Request::from_parts(parts, body)).await,
    }
}

fn refusal(request: &Parts) -> Option<AppError> {
    let path = request.uri.path();
    if request.method != Method::POST || !path.starts_with("/api/") {
        return None;
    }
    let least = least_role(path)?;
    match request.extensions.get::<Viewer>() {
        None => Some(AppError::SignedOut),
        Some(viewer) if viewer.role < least => Some(AppError::NotAllowed),
        Some(_) => None,
    }
}

/// As the function itself would refuse: a form leads back to its page, a call of the program gets the error.
fn refuse(request: &Parts, error: AppError) -> Response {
    let path = request.uri.path();
    let text = |name| {
        request
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let back = text(ACCEPT)
        .filter(|accept| accept.contains("text/html"))
        .and_then(|_| {
            let url = ServerFnUrlError::new(path, error.clone()).to_url(text(REFERER)?);
            HeaderValue::from_str(url.ok()?.as_str()).ok()
        });
    let content_type = [(CONTENT_TYPE, PostcardEncoding::CONTENT_TYPE)];
    let mut response = (error.status(), content_type, error.ser()).into_response();
    let headers = response.headers_mut();
    if let Ok(path) = HeaderValue::from_str(path) {
        headers.insert(SERVER_FN_ERROR_HEADER, path);
    }
    if let Some(back) = back {
        headers.insert(LOCATION, back);
        *response.status_mut() = StatusCode::FOUND;
    }
    response
}
