//! Single figures on pages of plain HTML: how many requests wait for a decision, and what lies in the pools of
//! Assignment Control.

use crate::http::AppState;
use crate::http::live::changes::ChangeSet;
use crate::http::live::event;
use crate::http::live::listener::Listener;
use crate::http::live::pace::REFRESH_INTERVAL;
use crate::http::live::source::Source;
use app::domain::{Admin, Decider};
use app::error::AppError;
use server_store::database::{RESPOND_WITHIN, answered};

use app::ports::Approvals;
use app::view_models::{pool_figures, requests_figure};
use axum::extract::Query;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::collections::BTreeMap;
use tokio::time::Instant;

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
pub(in crate::http::live) struct Shown {
    of: Of,
}

/// The text of each figure, by the name that its element has in `data-figure`.
type Figures = BTreeMap<String, String>;

/// A stream of `figures` events: pairs of name and text of those whose text changed; the first has all.
pub(in crate::http::live) async fn stream(
    listener: Listener<Decider>,
    Query(Shown { of }): Query<Shown>,
) -> Response {
    if of == Of::Requests {
        return listener.stream(|state, decider| PageFigures::new(state, decider, None));
    }
    match listener.require::<Admin>() {
        Ok(listener) => listener
            .stream(|state, admin| PageFigures::new(state, Decider::clone(&admin), Some(admin))),
        Err(refused) => refused.into_response(),
    }
}

struct PageFigures {
    state: AppState,
    viewer: Decider,
    /// To whom the pools are shown as well.
    admin: Option<Admin>,
    sent: Figures,
}

impl Source for PageFigures {
    fn deadline(&self) -> Instant {
        Instant::now() + REFRESH_INTERVAL
    }

    async fn read(&mut self, _: &ChangeSet) -> Result<Vec<Event>, AppError> {
        let figures = answered(RESPOND_WITHIN, self.figures(Instant::now())).await?;
        let changed: Vec<(&String, &String)> = figures
            .iter()
            .filter(|(name, text)| self.sent.get(*name) != Some(text))
            .collect();
        let event = (!changed.is_empty()).then(|| event::value("figures", &changed));
        self.sent = figures;
        Ok(event.into_iter().collect())
    }
}

impl PageFigures {
    fn new(state: AppState, viewer: Decider, admin: Option<Admin>) -> Self {
        Self {
            state,
            viewer,
            admin,
            sent: Figures::new(),
        }
    }

    /// The figures as of this moment or later.
    async fn figures(&self, moment: Instant) -> Result<Figures, AppError> {
        let store = &self.state.store;
        let pending = store.count_pending(&self.viewer).await?;
        let mut figures = Figures::from([requests_figure(pending)]);
        if let Some(admin) = &self.admin {
            let pools = &self.state.live.pools;
            let pool_counts = pools.since(self.viewer.organization, moment).await?;
            for fill in store.pool_fills_of(admin, &pool_counts).await? {
                figures.extend(pool_figures(&fill));
            }
        }
        Ok(figures)
    }
}
