//! The service that applies early delivery reports.

use crate::health::Component;
use server_store::database::answered;
use server_store::delivery_reports::{EarlyCounts, apply_early};
use server_store::{Store, StoreError};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// The maximum number of reports that one round looks at.
const BATCH: u32 = 200;
/// The time limit of a round.
const ROUND_TIMEOUT: Duration = Duration::from_secs(40);
/// The delay after a fault.
const ERROR_DELAY: Duration = Duration::from_secs(10);

/// The service that applies delivery reports which came before their text's id was known. The send does nothing for it,
/// because hardly any text has such a report. Cheap to clone.
#[derive(Clone)]
pub struct EarlyReports {
    store: Store,
}

impl EarlyReports {
    /// The interval of rounds, each of which reads the first entries of an index, of a table that is empty nearly always.
    pub const INTERVAL: Duration = Duration::from_secs(2);

    /// The service.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Runs one round.
    ///
    /// # Errors
    /// The rest is left to a later round.
    pub async fn run_once(&self) -> Result<EarlyCounts, StoreError> {
        apply_early(&self.store, BATCH).await
    }

    /// Runs rounds until it is stopped.
    pub async fn run(self, health: Component, stop: CancellationToken) {
        let work = async {
            loop {
                let applied = health.report(answered(ROUND_TIMEOUT, self.run_once()).await);
                tokio::time::sleep(applied.map_or(ERROR_DELAY, |_| Self::INTERVAL)).await;
            }
        };
        stop.run_until_cancelled(work).await;
    }
}
