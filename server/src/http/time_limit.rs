//! The time limit of requests, whatever their handlers wait for.

use super::error_page::refuse;
use super::request_span::loggable_path;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use http_body_util::BodyExt;
use sentences::page;
use std::pin::pin;
use std::time::Duration;
use tokio::sync::watch;

/// The time limit of a handler. A streamed body only has to begin within it.
pub(super) const RESPONSE_TIMEOUT: Duration = Duration::from_secs(30);
/// The time limit of an upload's handler after each part of the file. A whole upload has no limit, because a slow
/// network is no fault; a stalled one is closed by its connection's time-out.
pub(super) const UPLOAD_STEP_TIMEOUT: Duration = Duration::from_secs(10 * 60);

/// Answers 503 if the handler does not respond within the limit. Its future is dropped, and what it waits for with it.
pub(super) async fn answer_within(
    State(limit): State<Duration>,
    request: Request,
    next: Next,
) -> Response {
    let timed_out = TimedOut::new(&request, limit);
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => timed_out.answer(),
    }
}

/// Answers 503 if neither a part of the request's body is read nor the handler answers within the limit.
pub(super) async fn answer_while_reading(
    State(limit): State<Duration>,
    request: Request,
    next: Next,
) -> Response {
    let timed_out = TimedOut::new(&request, limit);
    let (read, mut has_read) = watch::channel(());
    let request = request.map(|body| {
        Body::new(body.map_frame(move |frame| {
            read.send_replace(());
            frame
        }))
    });
    let mut answer = pin!(next.run(request));
    let mut is_reading = true;
    loop {
        tokio::select! {
            response = &mut answer => return response,
            // An error means that the body was dropped.
            part = has_read.changed(), if is_reading => is_reading = part.is_ok(),
            () = tokio::time::sleep(limit) => return timed_out.answer(),
        }
    }
}

/// A request whose handler took too long.
struct TimedOut {
    headers: HeaderMap,
    path: String,
    limit: Duration,
}

impl TimedOut {
    fn new(request: &Request, limit: Duration) -> Self {
        Self {
            headers: request.headers().clone(),
            path: loggable_path(request.uri()),
            limit,
        }
    }

    fn answer(self) -> Response {
        tracing::error!(
            path = self.path,
            limit = ?self.limit,
            "a request was answered with 503 because its handler took too long"
        );
        refuse(
            &self.headers,
            StatusCode::SERVICE_UNAVAILABLE,
            page::took_too_long(),
            page::stopped_for_time(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::answer_while_reading;
    use axum::Router;
    use axum::body::{Body, Bytes};
    use axum::middleware::from_fn_with_state;
    use axum::routing::post;
    use futures::StreamExt;
    use http::{Request, StatusCode};
    use std::convert::Infallible;
    use std::time::Duration;
    use tower::ServiceExt;

    const LIMIT: Duration = Duration::from_secs(1);
    const PACE: Duration = Duration::from_millis(100);
    /// One a `PACE`: together they take longer than the limit.
    const PARTS: usize = 15;

    async fn upload(path: &str) -> StatusCode {
        let router = Router::new()
            .route("/whole", post(async |body: Bytes| body.len().to_string()))
            .route(
                "/stuck",
                post(async |_: Bytes| std::future::pending::<()>().await),
            )
            .layer(from_fn_with_state(LIMIT, answer_while_reading));
        let ticks = futures::stream::unfold(tokio::time::interval(PACE), async |mut ticks| {
            ticks.tick().await;
            Some((Ok::<_, Infallible>("part"), ticks))
        });
        let body = Body::from_stream(ticks.take(PARTS).boxed());
        let request = Request::post(path).body(body).unwrap();
        router.oneshot(request).await.unwrap().status()
    }

    #[tokio::test]
    async fn an_upload_that_makes_progress_is_not_timed_out_and_one_that_is_stuck_is() {
        let both = tokio::join!(upload("/whole"), upload("/stuck"));
        assert_eq!(both, (StatusCode::OK, StatusCode::SERVICE_UNAVAILABLE));
    }
}
