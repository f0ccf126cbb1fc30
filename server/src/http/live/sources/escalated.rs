//! The figures of a texter's pages: how many escalated conversations wait for their teams.

use super::figures::{Figures, figures_event};
use crate::http::AppState;
use crate::http::live::changes::ChangeSet;
use crate::http::live::event::SourceEvent;
use crate::http::live::pace::{REFRESH_INTERVAL, jitter};
use crate::http::live::source::Source;
use app::domain::Texter;
use app::error::AppError;
use app::ports::Escalations;
use app::view_models::{escalated_figure, escalated_notice};
use server_store::database::{RESPOND_WITHIN, answered};
use std::time::Duration;
use tokio::time::Instant;

/// The interval at which it is read for whom nothing was to be counted. That their teams handle other tags now is notified.
const NOTHING_TO_COUNT_INTERVAL: Duration = Duration::from_secs(300);

/// The minimum interval at which it is counted upon what others do: any text of any campaign may change it.
const MIN_COUNT_INTERVAL: Duration = Duration::from_secs(5);

/// `figures` events, each with all figures, at first and whenever the number is another one, for texters whose teams handle
/// escalation tags. Nothing is sent to the others.
///
/// Every texter who has a page open has one of these. Upon what happens to campaigns it asks the database only for whom there
/// is something to count, and at a pace of its own, so that not all of them ask at the same moment.
pub(in crate::http::live) struct EscalatedFigure {
    state: AppState,
    viewer: Texter,
    /// Whether their teams handle escalation tags.
    handles_tags: bool,
    sent: Figures,
    /// When it was read last; `None`: not yet.
    read_at: Option<Instant>,
    /// The first change since.
    changed_at: Option<Instant>,
}

impl Source for EscalatedFigure {
    fn deadline(&self) -> Instant {
        self.due_at().unwrap_or_else(Instant::now)
    }

    async fn read(&mut self, changes: &ChangeSet) -> Result<Vec<SourceEvent>, AppError> {
        let now = Instant::now();
        let may_differ = match self.handles_tags {
            true => changes.pools(),
            false => changes.everything,
        };
        if may_differ {
            self.changed_at.get_or_insert(now);
        }
        // What the viewer has done is counted at once: the page that comes of it has the new number.
        let is_own = self.handles_tags && changes.members.contains(&self.viewer.member);
        if !is_own && self.due_at().is_some_and(|due_at| now < due_at) {
            return Ok(Vec::new());
        }
        self.read_at = Some(now);
        self.changed_at = None;
        let waiting = self.state.store.escalated_badge(&self.viewer);
        let waiting = answered(RESPOND_WITHIN, waiting).await?;
        self.handles_tags = waiting.is_some();
        // Who handled tags until now is sent that there is nothing any more.
        if waiting.is_none() && self.sent.is_empty() {
            return Ok(Vec::new());
        }
        let waiting = waiting.unwrap_or_default();
        let figures = Figures::from([escalated_figure(waiting), escalated_notice(waiting)]);
        if self.sent == figures {
            return Ok(Vec::new());
        }
        let event = figures_event(&figures);
        self.sent = figures;
        Ok(vec![event])
    }
}

impl EscalatedFigure {
    pub fn new(state: AppState, viewer: Texter) -> Self {
        Self {
            state,
            viewer,
            handles_tags: false,
            sent: Figures::new(),
            read_at: None,
            changed_at: None,
        }
    }

    /// When it is read next, unless the viewer does something; `None`: at once.
    fn due_at(&self) -> Option<Instant> {
        let read_at = self.read_at?;
        Some(match self.changed_at {
            Some(changed_at) => {
                (read_at + MIN_COUNT_INTERVAL).max(changed_at + jitter(&self.viewer))
            }
            None if self.handles_tags => read_at + REFRESH_INTERVAL,
            None => read_at + NOTHING_TO_COUNT_INTERVAL,
        })
    }
}
