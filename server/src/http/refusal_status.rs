//! A refusal is not a crash. Server functions answer every error with 500; a browser's console, a
//! proxy and a monitor would take each refused form for a fault of the server.

use app::error::AppError;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;
use leptos::server_fn::Decodes;
use leptos::server_fn::codec::PostcardEncoding;
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;

/// The longest error that there is, in bytes, with room to spare.
const MAX_BODY_BYTES: usize = 16 * 1024;

/// Gives the answer of a server function that refused the status of its [`AppError`]. A plain form's
/// answer is a redirect by then and stays one.
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
