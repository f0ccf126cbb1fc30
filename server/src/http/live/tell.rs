//! To whom events are told, and until when.

use crate::auth::viewer_now;
use crate::http::AppState;
use app::domain::{Role, Viewer};
use app::error::AppError;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::stream::{Stream, StreamExt};
use std::convert::Infallible;
use tower_sessions::Session;

/// Answers with these events until the server ends, or the viewer does not have this session or a role that
/// `may` hear of them any more. That is read anew before each event is told, because a page stays open for days.
pub(super) fn tell(
    state: &AppState,
    session: &Session,
    viewer: Viewer,
    may: fn(Role) -> bool,
    events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static,
) -> Response {
    let (store, session) = (state.store.clone(), session.id());
    let told = events.scan(viewer, move |viewer, event| {
        let (store, viewer) = (store.clone(), viewer.clone());
        async move {
            // A fault is in the log already; the browser connects anew, and is refused if it has to be.
            let now = viewer_now(&store, session)
                .await
                .map_err(AppError::from)
                .ok()??;
            let same = (now.organization, now.member) == (viewer.organization, viewer.member);
            (same && may(now.role)).then_some(event)
        }
    });
    Sse::new(told.take_until(state.ending.clone().cancelled_owned()))
        .keep_alive(KeepAlive::default())
        .into_response()
}
