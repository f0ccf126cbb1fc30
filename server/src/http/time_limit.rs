//! An end to every request: whatever a handler waits for, the answer comes within a limit.

use super::error_page::refuse;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;
use std::time::Duration;

/// How long a handler may take to answer. What streams is only begun by then.
pub(super) const ANSWER_WITHIN: Duration = Duration::from_secs(30);
/// How long an upload may take: 64 MB in half an hour are 36 KB a second.
pub(super) const UPLOAD_WITHIN: Duration = Duration::from_secs(30 * 60);

/// Answers 503 if the handler has not answered within the limit. Its future is dropped, which ends what it
/// waits for.
pub(super) async fn answer_within(
    State(limit): State<Duration>,
    request: Request,
    next: Next,
) -> Response {
    let headers = request.headers().clone();
    let path = request.uri().path().to_owned();
    if let Ok(response) = tokio::time::timeout(limit, next.run(request)).await {
        return response;
    }
    tracing::error!(
        path,
        ?limit,
        "a request was given up because its answer took too long"
    );
    refuse(
        &headers,
        StatusCode::SERVICE_UNAVAILABLE,
        "This took too long",
        "Baton gave up on this, because it took too long. Open the page again to see whether it was done \
         before you try again.",
    )
}
