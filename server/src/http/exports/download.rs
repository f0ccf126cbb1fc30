//! A CSV file that is made while it is sent.

use app::domain::{NotAllowed, Viewer};
use app::error::AppError;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream, TryStreamExt};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use server_auth::StillAllowed;
use std::future::Future;

/// Some lines of a file, and where the next ones begin; `None` ends it.
pub(super) struct Part<Position> {
    pub lines: String,
    pub next: Option<Position>,
}

/// The header line, and then what `read` gives, from the first position on, each part once the one before is taken.
pub(super) fn parts<Position, Read, Reading>(
    head: String,
    first: Position,
    read: Read,
) -> impl Stream<Item = Result<String, AppError>> + Send + use<Position, Read, Reading>
where
    Position: Send + 'static,
    Read: Fn(Position) -> Reading + Send + 'static,
    Reading: Future<Output = Result<Part<Position>, AppError>> + Send + 'static,
{
    stream::try_unfold(
        (Some(first), Some(head), read),
        |(position, head, read)| async move {
            if let Some(head) = head {
                return Ok(Some((head, (position, None, read))));
            }
            let Some(position) = position else {
                return Ok(None);
            };
            let part = read(position).await?;
            Ok(Some((part.lines, (part.next, None, read))))
        },
    )
}

/// The response that streams these lines. A fault aborts it, so that the browser reports it and nobody takes the half for
/// the whole. So does the end of what the viewer may: each part is read once they were looked up again.
pub(super) fn download<Witness>(
    still_allowed: StillAllowed<Witness>,
    file_name: &str,
    lines: impl Stream<Item = Result<String, AppError>> + Send + 'static,
) -> Response
where
    Witness: TryFrom<Viewer, Error = NotAllowed> + 'static,
{
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{file_name}\""),
        ),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    let lines = stream::try_unfold(
        (still_allowed, Box::pin(lines)),
        |(still_allowed, mut lines)| async move {
            still_allowed.check().await?;
            let part = lines.try_next().await?;
            Ok::<_, AppError>(part.map(|part| (part, (still_allowed, lines))))
        },
    );
    (headers, Body::from_stream(lines)).into_response()
}
