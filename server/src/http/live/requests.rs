//! The requests that wait for a decision, for those who decide.

use super::tell::tell;
use super::{GATHER, REFRESH};
use crate::http::AppState;
use crate::store::notify::Change;
use app::domain::{Role, Viewer};
use axum::Extension;
use axum::extract::State;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::StatusCode;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, timeout_at};
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
    let begin = (state.live.subscribe(), false);
    stream::unfold(begin, move |(mut changes, told)| {
        let viewer = viewer.clone();
        async move {
            if told {
                wait_for_change(&viewer, &mut changes).await?;
            }
            let event = Event::default().event("requests").data("changed");
            Some((Ok(event), (changes, true)))
        }
    })
}

/// Returns after a change, having gathered those that came close together, or when the waits have grown;
/// `None` when there will be no more.
async fn wait_for_change(viewer: &Viewer, changes: &mut Receiver<Arc<Change>>) -> Option<()> {
    let refresh_at = Instant::now() + REFRESH;
    loop {
        match timeout_at(refresh_at, changes.recv()).await {
            Ok(Ok(change)) => {
                if change.organization == viewer.organization && (change.requests || change.more) {
                    break;
                }
            }
            Ok(Err(RecvError::Lagged(_))) => break,
            Ok(Err(RecvError::Closed)) => return None,
            Err(_) => return Some(()),
        }
    }
    let until = Instant::now() + GATHER;
    while let Ok(change) = timeout_at(until, changes.recv()).await {
        if matches!(change, Err(RecvError::Closed)) {
            return None;
        }
    }
    Some(())
}
