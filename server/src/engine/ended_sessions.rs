use crate::auth::PgSessionStore;
use sqlx::PgPool;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

const EVERY: Duration = Duration::from_secs(3600);

/// Forgets sessions that have ended. They let nobody in before that either.
pub struct EndedSessions {
    sessions: PgSessionStore,
}

impl EndedSessions {
    /// The service.
    pub fn new(pool: PgPool) -> Self {
        Self {
            sessions: PgSessionStore::new(pool),
        }
    }

    /// One round; how many sessions it forgot.
    ///
    /// # Errors
    /// The database; a later round makes up for it.
    pub async fn run_once(&self) -> Result<u64, sqlx::Error> {
        self.sessions.delete_ended().await
    }

    /// Goes round until it is stopped.
    pub async fn run(self, stop: CancellationToken) {
        let work = async {
            loop {
                if let Err(error) = self.run_once().await {
                    tracing::error!(%error, "forgetting ended sessions");
                }
                tokio::time::sleep(EVERY).await;
            }
        };
        stop.run_until_cancelled(work).await;
    }
}
