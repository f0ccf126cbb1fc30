//! The counts and the switches of the campaigns that an admin looks at.

use super::tell::tell;
use super::{GATHER, LiveHub, REFRESH};
use crate::http::AppState;
use crate::store::notify::Change;
use app::domain::{CampaignId, Role, Viewer};
use app::islands::Packed;
use app::ports::Campaigns;
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::StatusCode;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, sleep_until, timeout_at};
use tower_sessions::Session;

/// A page shows at most this many campaigns.
const MOST_IDS: usize = 200;

#[derive(Deserialize)]
pub(super) struct Shown {
    /// Campaign ids, separated by commas.
    ids: String,
}

/// A stream of `counts` events, each with the campaigns that changed as they are now; the first has them all.
pub(super) async fn stream(
    State(state): State<AppState>,
    session: Session,
    viewer: Option<Extension<Viewer>>,
    Query(shown): Query<Shown>,
) -> Response {
    let Some(Extension(viewer)) = viewer else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    if !viewer.role.may_administer() {
        return StatusCode::FORBIDDEN.into_response();
    }
    let ids: Option<BTreeSet<CampaignId>> = shown
        .ids
        .split(',')
        .filter(|id| !id.is_empty())
        .map(|id| id.parse().ok())
        .collect();
    match ids {
        Some(ids) if ids.len() <= MOST_IDS => {
            let events = events(state.clone(), viewer.clone(), ids);
            tell(&state, &session, viewer, Role::may_administer, events)
        }
        _ => StatusCode::BAD_REQUEST.into_response(),
    }
}

struct Page {
    state: AppState,
    viewer: Viewer,
    shown: BTreeSet<CampaignId>,
    changes: Receiver<Arc<Change>>,
    refresh_at: Instant,
    changed: BTreeSet<CampaignId>,
}

fn events(
    state: AppState,
    viewer: Viewer,
    shown: BTreeSet<CampaignId>,
) -> impl Stream<Item = Result<Event, Infallible>> {
    // Heard before it is counted: a change during the first count is not missed.
    let changes = LiveHub::subscribe(&state.live);
    let page = Page {
        changed: shown.clone(),
        state,
        viewer,
        shown,
        changes,
        refresh_at: Instant::now(),
    };
    stream::unfold(page, |mut page| async move {
        page.wait_for_change().await?;
        let ids: Vec<CampaignId> = std::mem::take(&mut page.changed).into_iter().collect();
        // A fault is in the log already; the browser connects anew and is told everything.
        let now = page.state.store.now(&page.viewer, &ids).await.ok()?;
        let event = Event::default().event("counts").data(Packed::new(&now));
        Some((Ok(event), page))
    })
}

impl Page {
    /// Returns with at least one changed campaign, having gathered those that came close together;
    /// `None` when there will be no more.
    async fn wait_for_change(&mut self) -> Option<()> {
        while self.changed.is_empty() {
            tokio::select! {
                change = self.changes.recv() => self.note(change)?,
                () = sleep_until(self.refresh_at) => self.changed.clone_from(&self.shown),
            }
        }
        let until = Instant::now() + GATHER;
        // The first count of a page is not held back.
        if self.changed != self.shown {
            while let Ok(change) = timeout_at(until, self.changes.recv()).await {
                self.note(change)?;
            }
        }
        if self.changed == self.shown {
            self.refresh_at = Instant::now() + REFRESH;
        }
        Some(())
    }

    fn note(&mut self, change: Result<Arc<Change>, RecvError>) -> Option<()> {
        match change {
            Ok(change) if change.organization != self.viewer.organization => {}
            Ok(change) if !change.more => {
                self.changed
                    .extend(change.campaigns.iter().filter(|id| self.shown.contains(id)));
            }
            // Too many to name, or too many to keep up with: look at all.
            Ok(_) | Err(RecvError::Lagged(_)) => self.changed.clone_from(&self.shown),
            Err(RecvError::Closed) => return None,
        }
        Some(())
    }
}
