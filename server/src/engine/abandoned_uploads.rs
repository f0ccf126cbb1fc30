//! The service that deletes uploaded files which nobody imported.

use crate::health::Component;
use server_store::contact_uploads::delete_abandoned;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::{Store, StoreError};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// The delay after a fault.
const ERROR_DELAY: Duration = Duration::from_secs(30);
/// The delay between two batches.
const BATCH_DELAY: Duration = Duration::from_secs(1);

/// The service that deletes files of contacts which were uploaded and not imported: what is in them is to be kept no
/// longer than it is needed. Cheap to clone.
#[derive(Clone)]
pub struct AbandonedUploads {
    store: Store,
}

impl AbandonedUploads {
    /// The interval of rounds.
    pub const INTERVAL: Duration = Duration::from_secs(600);

    /// The service.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Deletes one batch, and returns the number of files.
    ///
    /// # Errors
    /// The batch is left to a later round.
    pub async fn run_once(&self) -> Result<u64, StoreError> {
        answered(RESPOND_WITHIN, delete_abandoned(&self.store)).await
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
