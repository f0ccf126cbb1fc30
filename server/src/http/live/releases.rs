//! The releases that run, for the admins who watch them.

use super::tell::tell;
use super::{GATHER, REFRESH};
use crate::http::AppState;
use crate::store::notify::Change;
use app::domain::{ReleaseProgress, Role, Viewer};
use app::islands::Packed;
use app::ports::Releases;
use axum::Extension;
use axum::extract::State;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::StatusCode;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, sleep_until, timeout_at};
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
    changes: Receiver<Arc<Change>>,
    told: Option<Vec<ReleaseProgress>>,
}

fn events(state: AppState, viewer: Viewer) -> impl Stream<Item = Result<Event, Infallible>> {
    // Heard before it is looked at: what begins during the first look is not missed.
    let changes = state.live.subscribe();
    let page = Page {
        state,
        viewer,
        changes,
        told: None,
    };
    stream::unfold(page, |mut page| async move {
        loop {
            if let Some(told) = &page.told {
                let runs = told.iter().any(|release| !release.ended());
                page.wait_for_change(runs).await?;
            }
            // A fault is in the log already; the browser connects anew.
            let running = page.state.store.running(&page.viewer).await.ok()?;
            if page.told.as_ref() != Some(&running) {
                let event = Event::default()
                    .event("releases")
                    .data(Packed::new(&running));
                page.told = Some(running);
                return Some((Ok(event), page));
            }
        }
    })
}

impl Page {
    /// Returns when a release of the organization began, was asked to stop, or ended, or when it is time
    /// to look again; `None` when there will be no more.
    async fn wait_for_change(&mut self, runs: bool) -> Option<()> {
        let look_at = Instant::now() + if runs { TICK } else { REFRESH };
        loop {
            tokio::select! {
                () = sleep_until(look_at) => return Some(()),
                change = self.changes.recv() => {
                    if self.concerns(change)? {
                        break;
                    }
                }
            }
        }
        let until = Instant::now() + GATHER;
        while let Ok(change) = timeout_at(until, self.changes.recv()).await {
            self.concerns(change)?;
        }
        Some(())
    }

    fn concerns(&self, change: Result<Arc<Change>, RecvError>) -> Option<bool> {
        match change {
            Ok(change) => Some(change.organization == self.viewer.organization && change.releases),
            Err(RecvError::Lagged(_)) => Some(true),
            Err(RecvError::Closed) => None,
        }
    }
}
