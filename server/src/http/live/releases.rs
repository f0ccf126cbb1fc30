//! The releases that run, for the admins who watch them.

use super::REFRESH;
use super::changes::Changes;
use super::tell::tell;
use crate::auth::Allowed;
use crate::database::{PATIENCE, answered};
use crate::http::AppState;
use app::domain::{Admin, ReleaseProgress, Role};
use app::islands::Encoded;
use app::ports::Releases;
use axum::extract::State;
use axum::response::Response;
use axum::response::sse::Event;
use futures::stream::{self, Stream};
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
    Allowed(viewer): Allowed<Admin>,
) -> Response {
    let events = events(state.clone(), viewer.clone());
    tell(&state, &session, viewer.into(), Role::Admin, events)
}

struct Page {
    state: AppState,
    viewer: Admin,
    changes: Changes,
    told: Option<Vec<ReleaseProgress>>,
}

fn events(state: AppState, viewer: Admin) -> impl Stream<Item = Result<Event, Infallible>> {
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
