//! The requests that wait for a decision, for those who decide.

use super::changes::Changes;
use super::pace::REFRESH;
use super::tell::tell;
use crate::http::AppState;
use app::domain::{Role, Viewer};
use axum::Extension;
use axum::extract::State;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::StatusCode;
use std::convert::Infallible;
use tokio::time::Instant;
use tower_sessions::Session;

/// A stream of `requests` events, without data: look at the list again. The first comes at once, for what
/// happened before the page listened.
pub(super) async fn stream(
    State(state): State<AppState>,
    session: Session,
    viewer: Option<Extension<Viewer>>,
) -> Response {
    let Some(Extension(viewer)) = viewer else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    if !viewer.role.may_decide() {
        return StatusCode::FORBIDDEN.into_response();
    }
    let events = events(&state, viewer.clone());
    tell(&state, &session, viewer, Role::may_decide, events)
}

fn events(
    state: &AppState,
    viewer: Viewer,
) -> impl Stream<Item = Result<Event, Infallible>> + use<> {
    let begin = (Changes::of(&state.live, viewer.organization), false);
    stream::unfold(begin, |(mut changes, told)| async move {
        if told {
            // When nothing happens, the waits grow all the same.
            let refresh_at = Instant::now() + REFRESH;
            changes.next(refresh_at, |change| change.requests).await?;
        }
        let event = Event::default().event("requests").data("changed");
        Some((Ok(event), (changes, true)))
    })
}
