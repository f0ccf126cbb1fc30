//! The progress of the releases that run, for the admins who watch them.

use crate::http::AppState;
use crate::http::live::changes::ChangeSet;
use crate::http::live::event::SourceEvent;
use crate::http::live::pace::REFRESH_INTERVAL;
use crate::http::live::source::Source;
use app::domain::{Admin, ReleaseProgress};
use app::error::AppError;
use app::ports::Releases;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::notify::Change;
use std::time::Duration;
use tokio::time::Instant;

/// How often progress is read while a release runs.
const PROGRESS_INTERVAL: Duration = Duration::from_secs(1);

/// `releases` events, each with every [`ReleaseProgress`] of [`Releases::running`]; the first comes at once, the others
/// when something is different.
pub(in crate::http::live) struct RunningReleases {
    state: AppState,
    viewer: Admin,
    sent: Option<Vec<ReleaseProgress>>,
}

impl RunningReleases {
    pub fn new(state: AppState, viewer: Admin) -> Self {
        Self {
            state,
            viewer,
            sent: None,
        }
    }
}

impl Source for RunningReleases {
    fn concerns(&self, change: &Change) -> bool {
        change.releases
    }

    fn deadline(&self) -> Instant {
        let mut sent = self.sent.iter().flatten();
        let interval = match sent.any(|release| !release.ended()) {
            true => PROGRESS_INTERVAL,
            false => REFRESH_INTERVAL,
        };
        Instant::now() + interval
    }

    async fn read(&mut self, _: &ChangeSet) -> Result<Vec<SourceEvent>, AppError> {
        let running = answered(RESPOND_WITHIN, self.state.store.running(&self.viewer)).await?;
        if self.sent.as_ref() == Some(&running) {
            return Ok(Vec::new());
        }
        let event = SourceEvent::state("releases", &running);
        self.sent = Some(running);
        Ok(vec![event])
    }
}
