//! Waking a service by PostgreSQL's notifications.

use super::supervise;
use crate::health::Component;
use server_store::database::{ListenEvent, listen};
use sqlx::PgPool;
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;
use tokio_util::sync::{CancellationToken, DropGuard};

/// The delay after a lost connection.
const RECONNECT_DELAY: Duration = Duration::from_secs(1);

/// A subscription to a channel of PostgreSQL that wakes a service. It wakes it at each notification, and whenever its
/// session has begun to listen, because earlier notifications are lost. Notifications that nobody waits for are
/// coalesced into one. It listens until it is dropped.
pub struct PgWaker {
    notify: Arc<Notify>,
    _listening: DropGuard,
}

impl PgWaker {
    /// The silence after which a listening session counts as hanging. It is queried every few seconds.
    pub const MAX_SILENCE: Duration = Duration::from_secs(20);

    /// Starts to listen, on a session of its own with the pool's options.
    pub fn listen(pool: PgPool, channel: &'static str, health: Component) -> Self {
        Self::supervised(health, move |notify, health, stop| {
            keep_listening(pool.clone(), channel, notify, health, stop)
        })
    }

    /// Starts a listener under supervision.
    fn supervised<F>(
        health: Component,
        mut listen: impl FnMut(Arc<Notify>, Component, CancellationToken) -> F + Send + 'static,
    ) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let notify = Arc::new(Notify::new());
        let stop = CancellationToken::new();
        let listening = {
            let notify = notify.clone();
            supervise(health, stop.clone(), move |health, stop| {
                listen(notify.clone(), health, stop)
            })
        };
        tokio::spawn(listening);
        Self {
            notify,
            _listening: stop.drop_guard(),
        }
    }

    /// Waits for the next notification.
    pub async fn notified(&self) {
        self.notify.notified().await;
    }
}

async fn keep_listening(
    pool: PgPool,
    channel: &'static str,
    notify: Arc<Notify>,
    health: Component,
    stop: CancellationToken,
) {
    let listening = async {
        loop {
            let on_event = |event: ListenEvent<'_>| {
                health.works();
                if event != ListenEvent::Alive {
                    notify.notify_one();
                }
            };
            let Err(error) = listen(&pool, &[channel], on_event).await;
            if pool.is_closed() {
                return stop.cancel();
            }
            // The slow poll of the service covers what is missed meanwhile.
            health.fails(error);
            tokio::time::sleep(RECONNECT_DELAY).await;
        }
    };
    stop.run_until_cancelled(listening).await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::Health;

    #[tokio::test]
    async fn what_listens_is_started_again_after_a_panic_and_ends_when_it_is_dropped() {
        let health = Health::default();
        let component = health.component("notifications of the outbox", PgWaker::MAX_SILENCE);
        let mut starts = 0;
        let (stops, mut stopped) = tokio::sync::mpsc::unbounded_channel();
        let waker = PgWaker::supervised(component, move |notify, _, stop| {
            starts += 1;
            let (start, stops) = (starts, stops.clone());
            async move {
                assert!(start > 1, "the first one does not get far");
                notify.notify_one();
                stop.cancelled().await;
                let _ = stops.send(start);
            }
        });
        let notified = tokio::time::timeout(Duration::from_secs(15), waker.notified());
        notified.await.unwrap();
        let reason = &health.faults()[0].reason;
        assert!(reason.contains("does not get far"), "{reason}");
        drop(waker);
        assert_eq!(stopped.recv().await, Some(2));
    }
}
