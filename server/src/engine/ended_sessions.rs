use crate::auth::PgSessionStore;
use crate::database::answered;
use crate::health::Component;
use sqlx::PgPool;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// How long deleting may take.
const DELETION: Duration = Duration::from_secs(40);

/// Deletes sessions that have ended. They let nobody in before that either. Cheap to clone.
#[derive(Clone)]
pub struct EndedSessions {
    sessions: PgSessionStore,
}

impl EndedSessions {
    /// How often it deletes.
    pub const EVERY: Duration = Duration::from_secs(3600);

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
    pub async fn run(self, health: Component, stop: CancellationToken) {
        let work = async {
            loop {
                let deleted = async { Ok(self.run_once().await?) };
                match answered(DELETION, deleted).await {
                    Ok(_) => health.works(),
                    Err(error) => health.fails(error),
                }
                tokio::time::sleep(Self::EVERY).await;
            }
        };
        stop.run_until_cancelled(work).await;
    }
}
