use sqlx::{PgPool, postgres::PgListener};
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;
use tokio_util::task::AbortOnDropHandle;

const RECONNECT: Duration = Duration::from_secs(2);

/// A bell that rings when something is told on a channel of the database. It also rings whenever it
/// has begun, or begun anew, to listen, because what was told before that is lost: who waits for it
/// looks again then. Rings that nobody waits for come to one. It listens until it is dropped.
pub struct Wake {
    bell: Arc<Notify>,
    _listening: AbortOnDropHandle<()>,
}

impl Wake {
    /// Begins to listen, on a connection of its own from the pool.
    pub fn on(pool: PgPool, channel: &'static str) -> Self {
        let bell = Arc::new(Notify::new());
        let listening = tokio::spawn(listen(pool, channel, bell.clone()));
        Self {
            bell,
            _listening: AbortOnDropHandle::new(listening),
        }
    }

    /// Waits for the next ring.
    pub async fn rung(&self) {
        self.bell.notified().await;
    }
}

async fn listen(pool: PgPool, channel: &'static str, bell: Arc<Notify>) {
    loop {
        if let Err(error) = listen_until_lost(&pool, channel, &bell).await {
            if pool.is_closed() {
                return;
            }
            // The slow poll of whoever waits for the bell stands behind this.
            tracing::warn!(%error, channel, "not listening to the database; trying again");
        }
        tokio::time::sleep(RECONNECT).await;
    }
}

async fn listen_until_lost(pool: &PgPool, channel: &str, bell: &Notify) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(channel).await?;
    loop {
        bell.notify_one();
        // None: the connection was lost; it is made anew, and what was told in between is unknown.
        listener.try_recv().await?;
    }
}
