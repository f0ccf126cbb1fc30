use super::supervise;
use crate::health::Component;
use server_store::database::{Heard, listen};
use sqlx::PgPool;
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;
use tokio_util::sync::{CancellationToken, DropGuard};

const RECONNECT: Duration = Duration::from_secs(1);

/// Wakes a worker when something is notified on a channel of the database, and whenever the session has begun, or
/// begun anew, to listen, because what was notified before that is lost: the worker looks again then. Notifications
/// that nobody waits for come to one. It listens until it is dropped.
pub struct Wake {
    notify: Arc<Notify>,
    _listening: DropGuard,
}

impl Wake {
    /// After this long without a word a session that listens counts as hanging: it is asked every few seconds.
    pub const SILENT: Duration = Duration::from_secs(20);

    /// Begins to listen, on a session of its own like those of the pool.
    pub fn on(pool: PgPool, channel: &'static str, health: Component) -> Self {
        Self::supervised(health, move |notify, health, stop| {
            keep_listening(pool.clone(), channel, notify, health, stop)
        })
    }

    /// Starts what listens, and starts it again if it panics, until it is dropped.
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
            let heard = |heard: Heard<'_>| {
                health.works();
                if heard != Heard::Alive {
                    notify.notify_one();
                }
            };
            let Err(error) = listen(&pool, &[channel], heard).await;
            if pool.is_closed() {
                return stop.cancel();
            }
            // The slow poll of the worker stands behind this.
            health.fails(error);
            tokio::time::sleep(RECONNECT).await;
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
        let component = health.component("notifications of the outbox", Wake::SILENT);
        let mut starts = 0;
        let (stops, mut stopped) = tokio::sync::mpsc::unbounded_channel();
        let wake = Wake::supervised(component, move |notify, _, stop| {
            starts += 1;
            let (start, stops) = (starts, stops.clone());
            async move {
                assert!(start > 1, "the first one does not get far");
                notify.notify_one();
                stop.cancelled().await;
                let _ = stops.send(start);
            }
        });
        let notified = tokio::time::timeout(Duration::from_secs(15), wake.notified());
        notified.await.unwrap();
        let reason = &health.faults()[0].reason;
        assert!(reason.contains("does not get far"), "{reason}");
        drop(wake);
        assert_eq!(stopped.recv().await, Some(2));
    }
}
