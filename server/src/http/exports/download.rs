//! The response that is a CSV file.

use app::error::AppError;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use futures::stream;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use std::future::Future;

/// Some lines of a file, and where the next ones begin; `None` ends it.
pub(super) struct Part<Position> {
    pub lines: String,
    pub next: Option<Position>,
}

/// Streams the header line and then what `read` gives, from the first position on, each part once the one before is on
/// its way. A fault aborts the response, so that the browser reports it and nobody takes the half for the whole.
pub(super) fn download<Position, Read, Reading>(
    file_name: &str,
    head: String,
    first: Position,
    read: Read,
) -> Response
where
    Position: Send + 'static,
    Read: Fn(Position) -> Reading + Send + 'static,
    Reading: Future<Output = Result<Part<Position>, AppError>> + Send + 'static,
{
    let parts = stream::try_unfold(
        (Some(first), Some(head), read),
        |(position, head, read)| async move {
            if let Some(head) = head {
                return Ok::<_, AppError>(Some((head, (position, None, read))));
            }
            let Some(position) = position else {
                return Ok(None);
            };
            let part = read(position).await?;
            Ok(Some((part.lines, (part.next, None, read))))
        },
    );
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{file_name}\""),
        ),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, Body::from_stream(parts)).into_response()
}
