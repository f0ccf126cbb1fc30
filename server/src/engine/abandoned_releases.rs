use crate::store::releases::resume_abandoned;
use crate::store::{Store, StoreError};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// How often it looks. The first look is at the start, for what a killed server left.
const EVERY: Duration = Duration::from_secs(15);

/// Finishes releases whose server died in the middle.
pub struct AbandonedReleases {
    store: Store,
}

impl AbandonedReleases {
    /// The service.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// One round; how many releases it finished.
    ///
    /// # Errors
    /// The database; what was not finished is found again in a later round.
    pub async fn run_once(&self) -> Result<u32, StoreError> {
        resume_abandoned(&self.store).await
    }

    /// Goes round until it is stopped.
    pub async fn run(self, stop: CancellationToken) {
        let work = async {
            loop {
                if let Err(error) = self.run_once().await {
                    tracing::error!(%error, "finishing abandoned releases");
                }
                tokio::time::sleep(EVERY).await;
            }
        };
        stop.run_until_cancelled(work).await;
    }
}
