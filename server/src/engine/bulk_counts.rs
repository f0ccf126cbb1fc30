//! The service that counts bulk actions to their end.

use super::abandoned_releases::{HEARTBEAT_INTERVAL, MAX_HEARTBEATS, with_heartbeats};
use crate::health::Component;
use server_store::releases::count_abandoned_bulk_actions;
use server_store::{Store, StoreError};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// The service that counts the bulk actions of Message Review whose pages were closed before their conversations were
/// counted. Cheap to clone.
#[derive(Clone)]
pub struct BulkCounts {
    store: Store,
}

impl BulkCounts {
    /// The interval of rounds, each of which reads an index that is empty nearly always.
    pub const INTERVAL: Duration = Duration::from_secs(5);

    /// The service.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Runs one round, and returns the number of bulk actions that it counted.
    ///
    /// # Errors
    /// The last fault. A later round counts the rest.
    pub async fn run_once(&self) -> Result<u32, StoreError> {
        count_abandoned_bulk_actions(&self.store).await
    }

    /// Runs rounds until it is stopped.
    pub async fn run(self, health: Component, stop: CancellationToken) {
        let work = async {
            loop {
                let round = self.run_once();
                let round = with_heartbeats(&health, HEARTBEAT_INTERVAL, MAX_HEARTBEATS, round);
                health.report(round.await);
                tokio::time::sleep(Self::INTERVAL).await;
            }
        };
        stop.run_until_cancelled(work).await;
    }
}
