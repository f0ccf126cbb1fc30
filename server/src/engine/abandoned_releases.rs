use crate::health::Component;
use crate::store::releases::resume_abandoned;
use crate::store::{Store, StoreError};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Finishes releases whose server died, was paused or lost its database in the middle. Cheap to clone.
#[derive(Clone)]
pub struct AbandonedReleases {
    store: Store,
}

impl AbandonedReleases {
    /// How often it looks. The first look is at the start, for what a killed server left.
    pub const EVERY: Duration = Duration::from_secs(5);

    /// The service.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// One round; how many releases it finished.
    ///
    /// # Errors
    /// The last fault; what was not finished is found again in a later round.
    pub async fn run_once(&self) -> Result<u32, StoreError> {
        resume_abandoned(&self.store).await
    }

    /// Goes round until it is stopped.
    pub async fn run(self, health: Component, stop: CancellationToken) {
        let work = async {
            loop {
                match self.run_once().await {
                    Ok(_) => health.works(),
                    Err(error) => health.fails(error),
                }
                tokio::time::sleep(Self::EVERY).await;
            }
        };
        stop.run_until_cancelled(work).await;
    }
}
