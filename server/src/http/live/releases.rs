//! The releases that run, for the admins who watch them.

use super::changes::Changes;
use super::pace::REFRESH;
use super::tell::tell;
use crate::http::AppState;
use app::domain::{ReleaseProgress, Role, Viewer};
use app::islands::Encoded;
use app::ports::Releases;
use axum::Extension;
use axum::extract::State;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::StatusCode;
use server_store::database::{PATIENCE, answered};
use std::convert::Infallible;
use std::time::Duration;
use tokio::time::Instant;
use tower_sessions::Session;

/// While something runs its bar moves at this pace.
const TICK: Duration = Duration::from_secs(1);

/// A stream of `releases` events, each with all [`ReleaseProgress`] that
/// [`Releases::running`] tells; the first comes at once, the others when something is different.
pub(super) async fn stream(
    State(state): State<AppState>,
    session: Session,
    viewer: Option<Extension<Viewer>>,
) -> Response {
    let Some(Extension(viewer)) = viewer else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    if !viewer.role.may_administer() {
        return StatusCode::FORBIDDEN.into_response();
    }
    let events = events(state.clone(), viewer.clone());
    tell(&state, &session, viewer, Role::may_administer, events)
}

struct Page {
    state: AppState,
    viewer: Viewer,
    changes: Changes,
    told: Option<Vec<ReleaseProgress>>,
}

fn events(state: AppState, viewer: Viewer) -> impl Stream<Item = Result<Event, Infallible>> {
    // Heard before it is looked at: what begins during the first look is not missed.
    let page = Page {
        changes: Changes::of(&state.live, viewer.organization),
        state,
        viewer,
        told: None,
    };
    stream::unfold(page, |mut page| async move {
        loop {
            if let Some(told) = &page.told {
                let runs = told.iter().any(|release| !release.ended());
                let look_at = Instant::now() + if runs { TICK } else { REFRESH };
                page.changes.next(look_at, |change| change.releases).await?;
            }
            // A fault is in the log already; the browser connects anew.
            let running = page.state.store.running(&page.viewer);
            let running = answered(PATIENCE, running).await.ok()?;
            if page.told.as_ref() != Some(&running) {
                let event = Event::default()
                    .event("releases")
                    .data(Encoded::new(&running));
                page.told = Some(running);
                return Some((Ok(event), page));
            }
        }
    })
}
