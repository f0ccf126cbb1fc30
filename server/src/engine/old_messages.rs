//! The service that erases messages which are kept no longer.

use crate::health::Component;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::retention::erase_batch;
use server_store::{Store, StoreError};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// The delay after a fault.
const ERROR_DELAY: Duration = Duration::from_secs(30);
/// The delay between two batches, which leaves the disk to those who text.
const BATCH_DELAY: Duration = Duration::from_millis(200);

/// The service that erases the messages of campaigns that were archived for longer than their organization keeps
/// messages. Cheap to clone.
#[derive(Clone)]
pub struct OldMessages {
    store: Store,
}

impl OldMessages {
    /// The interval of rounds.
    pub const INTERVAL: Duration = Duration::from_secs(1800);

    /// The service.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Erases one batch, and returns whether there was one.
    ///
    /// # Errors
    /// The batch is left to a later round.
    pub async fn run_once(&self) -> Result<bool, StoreError> {
        let erased = answered(RESPOND_WITHIN, erase_batch(&self.store)).await?;
        if let Some(erased) = erased {
            tracing::info!(
                campaign = erased.campaign.0,
                messages = erased.messages,
                "messages of archived campaigns were erased after their retention time"
            );
        }
        Ok(erased.is_some())
    }

    /// Runs rounds until it is stopped.
    pub async fn run(self, health: Component, stop: CancellationToken) {
        let work = async {
            loop {
                let delay = match health.report(self.run_once().await) {
                    Some(true) => BATCH_DELAY,
                    Some(false) => Self::INTERVAL,
                    None => ERROR_DELAY,
                };
                tokio::time::sleep(delay).await;
            }
        };
        stop.run_until_cancelled(work).await;
    }
}
