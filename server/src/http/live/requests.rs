//! The requests that wait for a decision, for those who decide.

use super::REFRESH;
use super::changes::Changes;
use super::tell::tell;
use crate::auth::Allowed;
use crate::http::AppState;
use app::domain::{Decider, Role};
use axum::extract::State;
use axum::response::Response;
use axum::response::sse::Event;
use futures::stream::{self, Stream};
use std::convert::Infallible;
use tokio::time::Instant;
use tower_sessions::Session;

/// A stream of `requests` events, without data: look at the list again. The first comes at once, for what
/// happened before the page listened.
pub(super) async fn stream(
    State(state): State<AppState>,
    session: Session,
    Allowed(viewer): Allowed<Decider>,
) -> Response {
    let events = events(&state, viewer.clone());
    tell(
        &state,
        &session,
        viewer.into(),
        Role::Supervolunteer,
        events,
    )
}

fn events(
    state: &AppState,
    viewer: Decider,
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
