//! The service that deletes ended sessions and what else sign-ins leave behind.

use crate::health::Component;
use server_auth::{PgSessionStore, forget_full_buckets, forget_unused_devices};
use server_store::database::answered;
use server_store::{Store, StoreError};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// The time limit of a round.
const DELETE_TIMEOUT: Duration = Duration::from_secs(40);
/// The delay after a fault.
const ERROR_DELAY: Duration = Duration::from_secs(30);

/// The service that deletes ended sessions, full buckets of sign-in attempts, and devices that are not used any more. None
/// of them has an effect before it is deleted. Cheap to clone.
#[derive(Clone)]
pub struct EndedSessions {
    store: Store,
}

impl EndedSessions {
    /// The interval of rounds.
    pub const INTERVAL: Duration = Duration::from_secs(3600);

    /// The service.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Runs one round, and returns the number of deleted rows.
    ///
    /// # Errors
    /// The rest is left to a later round.
    pub async fn run_once(&self) -> Result<u64, sqlx::Error> {
        let sessions = PgSessionStore::new(self.store.clone())
            .delete_ended()
            .await?;
        let buckets = forget_full_buckets(&self.store).await?;
        let devices = forget_unused_devices(&self.store).await?;
        Ok(sessions + buckets + devices)
    }

    /// Runs rounds until it is stopped.
    pub async fn run(self, health: Component, stop: CancellationToken) {
        let work = async {
            loop {
                let deleted = async { Ok::<_, StoreError>(self.run_once().await?) };
                let deleted = health.report(answered(DELETE_TIMEOUT, deleted).await);
                tokio::time::sleep(deleted.map_or(ERROR_DELAY, |_| Self::INTERVAL)).await;
            }
        };
        stop.run_until_cancelled(work).await;
    }
}
