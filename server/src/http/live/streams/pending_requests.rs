//! The list of requests that wait for a decision, for those who decide.

use crate::http::live::changes::ChangeSet;
use crate::http::live::event;
use crate::http::live::listener::Listener;
use crate::http::live::pace::REFRESH_INTERVAL;
use crate::http::live::source::Source;
use app::domain::Decider;
use app::error::AppError;
use axum::response::Response;
use axum::response::sse::Event;
use server_store::notify::Change;
use tokio::time::Instant;

/// A stream of `requests` pings: the list has changed. The first comes at once, for what happened before the page was
/// subscribed.
pub(in crate::http::live) async fn stream(listener: Listener<Decider>) -> Response {
    listener.stream(|_, _| PendingRequests)
}

struct PendingRequests;

impl Source for PendingRequests {
    fn concerns(&self, change: &Change) -> bool {
        change.requests
    }

    /// When nothing happens, the waits grow all the same.
    fn deadline(&self) -> Instant {
        Instant::now() + REFRESH_INTERVAL
    }

    async fn read(&mut self, _: &ChangeSet) -> Result<Vec<Event>, AppError> {
        Ok(vec![event::ping("requests")])
    }
}
