//! Figures that stand here and there on pages: how many requests wait for a decision, and what lies in
//! the pools of Assignment Control.

use super::REFRESH;
use super::changes::Changes;
use super::tell::tell;
use crate::auth::Allowed;
use crate::database::{PATIENCE, answered};
use crate::http::AppState;
use app::domain::{Admin, Decider, Role, Viewer};
use app::error::AppError;
use app::ports::Approvals;
use app::view_models::{pool_figures, requests_figure};
use axum::extract::{Query, State};
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use futures::stream::{self, Stream};
use http::StatusCode;
use serde::Deserialize;
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
    Allowed(viewer): Allowed<Decider>,
    Query(shown): Query<Shown>,
) -> Response {
    let (least, admin) = match shown.of {
        Of::Requests => (Role::Supervolunteer, None),
        Of::Assignment => match Admin::try_from(Viewer::from(viewer.clone())) {
            Ok(admin) => (Role::Admin, Some(admin)),
            Err(_) => return StatusCode::FORBIDDEN.into_response(),
        },
    };
    let events = events(state.clone(), viewer.clone(), admin);
    tell(&state, &session, viewer.into(), least, events)
}

struct Page {
    state: AppState,
    viewer: Decider,
    /// Whose pools are shown as well.
    admin: Option<Admin>,
    changes: Changes,
    told: Option<Figures>,
    /// As of when it looks at the pools.
    changed_at: Instant,
}

fn events(
    state: AppState,
    viewer: Decider,
    admin: Option<Admin>,
) -> impl Stream<Item = Result<Event, Infallible>> {
    // Heard before it is counted: a change during the first count is not missed.
    let page = Page {
        changes: Changes::of(&state.live, viewer.organization),
        state,
        viewer,
        admin,
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
        if let Some(admin) = &self.admin {
            let pools = &self.state.live.pools;
            let pool_counts = pools
                .since(self.viewer.organization, self.changed_at)
                .await?;
            for fill in store.pool_fills_of(admin, &pool_counts).await? {
                figures.extend(pool_figures(&fill));
            }
        }
        Ok(figures)
    }
}
