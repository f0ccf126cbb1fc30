//! Figures that stand here and there on pages: how many requests wait for a decision, and what lies in
//! the pools of Assignment Control.

use super::tell::tell;
use super::{GATHER, REFRESH};
use crate::http::AppState;
use crate::store::notify::Change;
use app::domain::{Role, Viewer};
use app::error::AppError;
use app::pages::figures::{pool_figures, requests_figure};
use app::ports::{Approvals, AssignmentControl};
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::StatusCode;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, timeout_at};
use tower_sessions::Session;

/// Which figures a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Of {
    /// The badge in the head.
    Requests,
    /// The pools, and the badge.
    Assignment,
}

#[derive(Deserialize)]
pub(super) struct Shown {
    of: Of,
}

/// A figure's name, which the page's element carries in `data-figure`, and what it reads.
type Figures = BTreeMap<String, String>;

/// A stream of `figures` events, each a JSON object of those that read differently than before; the first
/// has them all.
pub(super) async fn stream(
    State(state): State<AppState>,
    session: Session,
    viewer: Option<Extension<Viewer>>,
    Query(shown): Query<Shown>,
) -> Response {
    let Some(Extension(viewer)) = viewer else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let may = match shown.of {
        Of::Requests => Role::may_decide,
        Of::Assignment => Role::may_administer,
    };
    if !may(viewer.role) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let events = events(state.clone(), viewer.clone(), shown.of);
    tell(&state, &session, viewer, may, events)
}

struct Page {
    state: AppState,
    viewer: Viewer,
    of: Of,
    changes: Receiver<Arc<Change>>,
    told: Option<Figures>,
}

fn events(
    state: AppState,
    viewer: Viewer,
    of: Of,
) -> impl Stream<Item = Result<Event, Infallible>> {
    // Heard before it is counted: a change during the first count is not missed.
    let changes = state.live.subscribe();
    let page = Page {
        state,
        viewer,
        of,
        changes,
        told: None,
    };
    stream::unfold(page, |mut page| async move {
        loop {
            if page.told.is_some() {
                page.wait_for_change().await?;
            }
            // A fault is in the log already; the browser connects anew and is told everything.
            let now = page.figures().await.ok()?;
            let before = page.told.replace(now.clone()).unwrap_or_default();
            let news: Figures = now
                .into_iter()
                .filter(|(name, words)| before.get(name) != Some(words))
                .collect();
            if !news.is_empty() {
                let event = Event::default().event("figures").json_data(&news).ok()?;
                return Some((Ok(event), page));
            }
        }
    })
}

impl Page {
    async fn figures(&self) -> Result<Figures, AppError> {
        let store = &self.state.store;
        let pending = store.count_pending(&self.viewer).await?;
        let mut figures = Figures::from([requests_figure(pending)]);
        if self.of == Of::Assignment {
            for fill in store.pool_fills(&self.viewer).await? {
                figures.extend(pool_figures(&fill));
            }
        }
        Ok(figures)
    }

    /// Returns after a change in the organization, having gathered those that came close together, or
    /// after the refresh time. `None` when there will be no more.
    async fn wait_for_change(&mut self) -> Option<()> {
        let refresh_at = Instant::now() + REFRESH;
        loop {
            match timeout_at(refresh_at, self.changes.recv()).await {
                Err(_) => return Some(()),
                Ok(change) => {
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
            Ok(change) => Some(change.organization == self.viewer.organization),
            Err(RecvError::Lagged(_)) => Some(true),
            Err(RecvError::Closed) => None,
        }
    }
}
