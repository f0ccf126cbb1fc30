//! The service that keeps the counts of contacts in few rows.

use crate::health::Component;
use server_store::contacts::condense_sums;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::{Store, StoreError};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// The delay after a fault.
const ERROR_DELAY: Duration = Duration::from_secs(30);
/// The delay between two batches.
const BATCH_DELAY: Duration = Duration::from_secs(1);

/// The service that replaces the rows of which a campaign's counts of contacts are the sum by their sum. Cheap to clone.
#[derive(Clone)]
pub struct ContactSums {
    store: Store,
}

impl ContactSums {
    /// The interval of rounds.
    pub const INTERVAL: Duration = Duration::from_secs(600);

    /// The service.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Condenses one batch, and returns the number of rows that were replaced.
    ///
    /// # Errors
    /// The batch is left to a later round.
    pub async fn run_once(&self) -> Result<u64, StoreError> {
        answered(RESPOND_WITHIN, condense_sums(&self.store)).await
    }

    /// Runs rounds until it is stopped.
    pub async fn run(self, health: Component, stop: CancellationToken) {
        let work = async {
            loop {
                let delay = match health.report(self.run_once().await) {
                    Some(0) => Self::INTERVAL,
                    Some(_) => BATCH_DELAY,
                    None => ERROR_DELAY,
                };
                tokio::time::sleep(delay).await;
            }
        };
        stop.run_until_cancelled(work).await;
    }
}
