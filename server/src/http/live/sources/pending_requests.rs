//! The list of requests that wait for a decision, for those who decide.

use crate::http::live::changes::ChangeSet;
use crate::http::live::event::SourceEvent;
use crate::http::live::pace::REFRESH_INTERVAL;
use crate::http::live::source::Source;
use app::error::AppError;
use server_store::notify::Change;
use tokio::time::Instant;

/// `requests` pings: the list has changed. The page reads it when the topic has begun, and after each of them.
#[derive(Default)]
pub(in crate::http::live) struct PendingRequests {
    has_begun: bool,
}

impl Source for PendingRequests {
    fn concerns(&self, change: &Change) -> bool {
        change.requests
    }

    /// When nothing happens, the waits grow all the same.
    fn deadline(&self) -> Instant {
        Instant::now() + REFRESH_INTERVAL
    }

    async fn read(&mut self, _: &ChangeSet) -> Result<Vec<SourceEvent>, AppError> {
        let has_begun = std::mem::replace(&mut self.has_begun, true);
        let ping = has_begun.then(|| SourceEvent::ping("requests"));
        Ok(ping.into_iter().collect())
    }
}
