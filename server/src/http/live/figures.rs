//! Figures that stand here and there on pages: how many requests wait for a decision, and what lies in
//! the pools of Assignment Control.

use super::changes::Changes;
use super::pace::REFRESH;
use super::tell::tell;
use crate::http::AppState;
use app::domain::{Role, Viewer};
use app::error::AppError;
use app::ports::Approvals;
use app::view_models::{pool_figures, requests_figure};
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::StatusCode;
use serde::Deserialize;
use server_store::database::{PATIENCE, answered};
use std::collections::BTreeMap;
use std::convert::Infallible;
use tokio::time::Instant;
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
    changes: Changes,
    told: Option<Figures>,
    /// As of when it looks at the pools.
    changed_at: Instant,
}

fn events(
    state: AppState,
    viewer: Viewer,
    of: Of,
) -> impl Stream<Item = Result<Event, Infallible>> {
    // Heard before it is counted: a change during the first count is not missed.
    let page = Page {
        changes: Changes::of(&state.live, viewer.organization),
        state,
        viewer,
        of,
        told: None,
        changed_at: Instant::now(),
    };
    stream::unfold(page, |mut page| async move {
        loop {
            if page.told.is_some() {
                let refresh_at = Instant::now() + REFRESH;
                page.changes.next(refresh_at, |_| true).await?;
                page.changed_at = Instant::now();
            }
            // A fault is in the log already; the browser connects anew and is told everything.
            let now = answered(PATIENCE, page.figures()).await.ok()?;
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
            let pools = &self.state.live.pools;
            let pool_counts = pools
                .since(self.viewer.organization, self.changed_at)
                .await?;
            for fill in store.pool_fills_of(&self.viewer, &pool_counts).await? {
                figures.extend(pool_figures(&fill));
            }
        }
        Ok(figures)
    }
}
