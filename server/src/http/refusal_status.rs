//! The status of refused server functions. Leptos answers every error with 500, which proxies and monitors would count as
//! a fault of the server.

use app::error::AppError;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;
use leptos::server_fn::Decodes;
use leptos::server_fn::codec::PostcardEncoding;
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;

/// The maximum length of an encoded error, with a margin.
const MAX_BODY_BYTES: usize = 16 * 1024;

/// Sets the status of an error response to that of its [`AppError`]. The redirect of a plain form is left as it is.
pub(super) async fn set(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status() != StatusCode::INTERNAL_SERVER_ERROR
        || !response.headers().contains_key(SERVER_FN_ERROR_HEADER)
    {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, MAX_BODY_BYTES).await else {
        return Response::from_parts(parts, Body::empty());
    };
    if let Ok::<AppError, _>(error) = PostcardEncoding::decode(body.clone()) {
        parts.status = error.status();
    }
    Response::from_parts(parts, Body::from(body))
}
