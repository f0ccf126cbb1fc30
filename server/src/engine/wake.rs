use crate::database::{Heard, listen};
use crate::health::Component;
use sqlx::PgPool;
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;
use tokio_util::task::AbortOnDropHandle;

const RECONNECT: Duration = Duration::from_secs(1);

/// Wakes a worker when something is notified on a channel of the database, and whenever the session has begun, or
/// begun anew, to listen, because what was notified before that is lost: the worker looks again then. Notifications
/// that nobody waits for come to one. It listens until it is dropped.
pub struct Wake {
    notify: Arc<Notify>,
    _listening: AbortOnDropHandle<()>,
}

impl Wake {
    /// After this long without a word a session that listens counts as hanging: it is asked every few seconds.
    pub const SILENT: Duration = Duration::from_secs(20);

    /// Begins to listen, on a session of its own like those of the pool.
    pub fn on(pool: PgPool, channel: &'static str, health: Component) -> Self {
        let notify = Arc::new(Notify::new());
        let listening = tokio::spawn(keep_listening(pool, channel, notify.clone(), health));
        Self {
            notify,
            _listening: AbortOnDropHandle::new(listening),
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
) {
    loop {
        let heard = |heard: Heard<'_>| {
            health.works();
            if heard != Heard::Alive {
                notify.notify_one();
            }
        };
        let Err(error) = listen(&pool, &[channel], heard).await;
        if pool.is_closed() {
            return;
        }
        // The slow poll of the worker stands behind this.
        health.fails(error);
        tokio::time::sleep(RECONNECT).await;
    }
}
