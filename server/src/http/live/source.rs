//! The loop of every topic: wait for a change or the deadline, read, send.

use super::changes::{ChangeSet, Changes};
use super::event::SourceEvent;
use app::error::AppError;
use futures::stream::{self, Stream};
use server_store::notify::Change;
use std::collections::VecDeque;
use tokio::time::Instant;

/// The content of one topic.
pub(super) trait Source: Send + Sync + 'static {
    /// Whether a change wakes the source. One that does not is coalesced into the next that does; reports that do not are
    /// dropped.
    fn concerns(&self, change: &Change) -> bool {
        change.reports.is_empty()
    }

    /// The time of the next read without a change.
    fn deadline(&self) -> Instant;

    /// The events to send after these changes or the deadline; there may be none. At the first read everything has
    /// changed.
    fn read(
        &mut self,
        changes: &ChangeSet,
    ) -> impl Future<Output = Result<Vec<SourceEvent>, AppError>> + Send;
}

/// The events of a source, until the changes end or a read fails.
pub(super) fn events(
    changes: Changes,
    source: impl Source,
) -> impl Stream<Item = SourceEvent> + Send + 'static {
    let subscription = Subscription {
        changes,
        source,
        has_read: false,
        unsent: VecDeque::new(),
    };
    stream::unfold(subscription, |mut subscription| async move {
        let event = subscription.next().await?;
        Some((event, subscription))
    })
}

struct Subscription<S> {
    changes: Changes,
    source: S,
    has_read: bool,
    unsent: VecDeque<SourceEvent>,
}

impl<S: Source> Subscription<S> {
    async fn next(&mut self) -> Option<SourceEvent> {
        while self.unsent.is_empty() {
            let changes = self.changes().await?;
            // A fault was logged; the browser reconnects and gets everything.
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
