//! Single figures on pages of plain HTML: how many requests wait for a decision and how many escalated conversations for
//! somebody, and what lies in the pools of Assignment Control.

use crate::http::AppState;
use crate::http::live::changes::ChangeSet;
use crate::http::live::event::SourceEvent;
use crate::http::live::pace::REFRESH_INTERVAL;
use crate::http::live::source::Source;
use app::domain::{Admin, Decider};
use app::error::AppError;
use app::ports::{Approvals, Escalations};
use app::view_models::{escalated_figure, escalated_notice, pool_figures, requests_figure};
use server_store::database::{RESPOND_WITHIN, answered};
use std::collections::BTreeMap;
use tokio::time::Instant;

/// The text of each figure, by the name that its element has in `data-figure`.
pub(super) type Figures = BTreeMap<String, String>;

/// The event of these figures, as the page decodes them.
pub(super) fn figures_event(figures: &Figures) -> SourceEvent {
    let pairs: Vec<(&String, &String)> = figures.iter().collect();
    SourceEvent::state("figures", &pairs)
}

/// `figures` events, each with all figures, at first and whenever one of them reads differently.
pub(in crate::http::live) struct PageFigures {
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

    async fn read(&mut self, _: &ChangeSet) -> Result<Vec<SourceEvent>, AppError> {
        let figures = answered(RESPOND_WITHIN, self.figures(Instant::now())).await?;
        if self.sent == figures {
            return Ok(Vec::new());
        }
        let event = figures_event(&figures);
        self.sent = figures;
        Ok(vec![event])
    }
}

impl PageFigures {
    pub fn new(state: AppState, viewer: Decider, admin: Option<Admin>) -> Self {
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
        let escalated = store.count_escalated(&self.viewer).await?;
        let mut figures = Figures::from([
            requests_figure(pending),
            escalated_figure(escalated),
            escalated_notice(escalated),
        ]);
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
