//! The loop of every stream: wait for a change or the time, read, send.

use super::changes::{ChangeSet, Changes};
use app::error::AppError;
use axum::response::sse::Event;
use futures::stream::{self, Stream};
use server_store::notify::Change;
use std::collections::VecDeque;
use std::convert::Infallible;
use tokio::time::Instant;

/// What one stream shows of the database.
pub(super) trait Source: Send + Sync + 'static {
    /// Whether a change is waited for; one that is not is gathered with the next that is.
    fn concerns(&self, _change: &Change) -> bool {
        true
    }

    /// When it reads again although nothing has changed.
    fn deadline(&self) -> Instant;

    /// The events to send after these changes, or after the deadline, of which there may be none. The first time
    /// everything has changed.
    fn read(
        &mut self,
        changes: &ChangeSet,
    ) -> impl Future<Output = Result<Vec<Event>, AppError>> + Send;
}

/// The events of a source, until the changes end or a read fails.
pub(super) fn events(
    changes: Changes,
    source: impl Source,
) -> impl Stream<Item = Result<Event, Infallible>> + Send + 'static {
    let subscription = Subscription {
        changes,
        source,
        has_read: false,
        unsent: VecDeque::new(),
    };
    stream::unfold(subscription, |mut subscription| async move {
        let event = subscription.next().await?;
        Some((Ok(event), subscription))
    })
}

struct Subscription<S> {
    changes: Changes,
    source: S,
    has_read: bool,
    unsent: VecDeque<Event>,
}

impl<S: Source> Subscription<S> {
    async fn next(&mut self) -> Option<Event> {
        while self.unsent.is_empty() {
            let changes = self.changes().await?;
            // A fault is in the log already; the browser connects anew and is sent everything.
            self.unsent = self.source.read(&changes).await.ok()?.into();
            self.has_read = true;
        }
        self.unsent.pop_front()
    }

    async fn changes(&mut self) -> Option<ChangeSet> {
        if !self.has_read {
            return Some(ChangeSet::everything());
        }
        let (deadline, source) = (self.source.deadline(), &self.source);
        let changes = self
            .changes
            .next(deadline, |change| source.concerns(change));
        changes.await
    }
}
