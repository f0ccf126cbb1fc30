//! The fan-out of PostgreSQL's notifications to the streams that are open at this server.

use super::PoolCounts;
use super::open_streams::OpenStreams;
use super::topics::{StreamId, Topics};
use crate::health::Component;
use server_store::Store;
use server_store::access::{ACCESS, AccessChange};
use server_store::database::{ListenEvent, listen};
use server_store::notify::{CHANGES, Change};
use server_store::stream_topics::{STREAM_TOPICS, StreamTopics};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast;
use tokio_util::sync::CancellationToken;

/// The number of changes that a slow stream may lag behind before it has to read everything.
const BACKLOG: usize = 1024;

/// The delay after a lost connection.
const RECONNECT_DELAY: Duration = Duration::from_secs(1);

/// The hub of all changes, and of what streams share. Cheap to clone.
#[derive(Clone)]
pub struct LiveHub {
    store: Store,
    changes: broadcast::Sender<ChangeNews>,
    access: broadcast::Sender<AccessNews>,
    /// The streams that are open at this server.
    pub(super) streams: OpenStreams,
    /// The counts of the pools.
    pub pools: PoolCounts,
}

/// A change, as the streams receive it.
#[derive(Debug, Clone)]
pub(super) enum ChangeNews {
    /// This changed.
    Changed(Arc<Change>),
    /// Notifications were missed, so anything may have changed.
    Missed,
}

/// A change of access, as the streams receive it.
#[derive(Debug, Clone, Copy)]
pub(super) enum AccessNews {
    /// That of this member changed.
    Changed(AccessChange),
    /// Notifications were missed, so anybody's may have changed.
    Missed,
}

impl LiveHub {
    /// A hub that receives nothing until [`LiveHub::listen`] runs.
    pub fn new(store: Store) -> Self {
        Self {
            pools: PoolCounts::new(store.clone()),
            store,
            streams: OpenStreams::default(),
            changes: broadcast::channel(BACKLOG).0,
            access: broadcast::channel(BACKLOG).0,
        }
    }

    /// The changes from now on.
    pub(super) fn subscribe(&self) -> broadcast::Receiver<ChangeNews> {
        self.changes.subscribe()
    }

    /// The changes of access from now on.
    pub(super) fn access_changes(&self) -> broadcast::Receiver<AccessNews> {
        self.access.subscribe()
    }

    /// Listens to the database until the server ends. After a reconnection every stream reads everything, because
    /// changes were missed.
    pub async fn listen(self, health: Component, ending: CancellationToken) {
        let listening = async {
            loop {
                let Err(error) = listen(
                    &self.store.pool,
                    &[CHANGES, ACCESS, STREAM_TOPICS],
                    |event| {
                        health.works();
                        self.publish(event);
                    },
                )
                .await;
                health.fails(error);
                tokio::time::sleep(RECONNECT_DELAY).await;
            }
        };
        ending.run_until_cancelled(listening).await;
    }

    // Sending fails only if no stream is open.
    fn publish(&self, event: ListenEvent<'_>) {
        match event {
            ListenEvent::Alive => {}
            ListenEvent::Connected => {
                let _ = self.changes.send(ChangeNews::Missed);
                let _ = self.access.send(AccessNews::Missed);
            }
            ListenEvent::Notification {
                channel: ACCESS,
                payload,
            } => match serde_json::from_str(payload) {
                Ok(change) => _ = self.access.send(AccessNews::Changed(change)),
                Err(error) => {
                    tracing::warn!(%error, payload, "a notification of changed access cannot be read");
                    let _ = self.access.send(AccessNews::Missed);
                }
            },
            ListenEvent::Notification {
                channel: STREAM_TOPICS,
                payload,
            } => {
                // A page whose stream does not say that it has them opens another.
                if self.set_topics(payload).is_none() {
                    tracing::warn!(
                        payload,
                        "a notification of a stream's topics cannot be read"
                    );
                }
            }
            ListenEvent::Notification { payload, .. } => match serde_json::from_str(payload) {
                Ok(change) => _ = self.changes.send(ChangeNews::Changed(Arc::new(change))),
                Err(error) => {
                    tracing::warn!(%error, payload, "a notification of a change cannot be read");
                    let _ = self.changes.send(ChangeNews::Missed);
                }
            },
        }
    }

    /// Gives a stream the topics that another server was asked for, if it is here.
    fn set_topics(&self, payload: &str) -> Option<()> {
        let change: StreamTopics = serde_json::from_str(payload).ok()?;
        let stream = StreamId::try_from(change.stream).ok()?;
        let topics: Topics = change.topics.parse().ok()?;
        self.streams.set_topics(&change.session, &stream, &topics);
        Some(())
    }
}
