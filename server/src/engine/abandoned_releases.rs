//! The service that finishes abandoned releases.

use crate::health::Component;
use server_store::releases::resume_abandoned;
use server_store::{Store, StoreError};
use std::convert::Infallible;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// The interval of heartbeats during a round.
pub(super) const HEARTBEAT_INTERVAL: Duration = Duration::from_secs(5);
/// The maximum number of heartbeats of a round, ten minutes' worth, after which it counts as hanging.
pub(super) const MAX_HEARTBEATS: u32 = 120;

/// The service that finishes releases whose server died, was paused or lost its database in the middle. Cheap to clone.
#[derive(Clone)]
pub struct AbandonedReleases {
    store: Store,
}

impl AbandonedReleases {
    /// The interval of rounds. The first one is at the start, for the releases of a killed server.
    pub const INTERVAL: Duration = Duration::from_secs(5);

    /// The service.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Runs one round, and returns the number of releases that it finished.
    ///
    /// # Errors
    /// The last fault. A later round finishes the rest.
    pub async fn run_once(&self) -> Result<u32, StoreError> {
        resume_abandoned(&self.store).await
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

/// Runs `work`, with at most `max_heartbeats` heartbeats meanwhile.
pub(super) async fn with_heartbeats<T>(
    health: &Component,
    every: Duration,
    max_heartbeats: u32,
    work: impl Future<Output = T>,
) -> T {
    let heartbeats = async {
        for _ in 0..max_heartbeats {
            tokio::time::sleep(every).await;
            health.is_busy();
        }
        std::future::pending::<Infallible>().await
    };
    tokio::select! {
        result = work => result,
        never = heartbeats => match never {},
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::Health;
    use std::time::Instant;

    #[tokio::test]
    async fn a_long_round_gives_signs_of_life_and_one_that_hangs_gives_no_more() {
        const SILENT: Duration = Duration::from_secs(1);
        let health = Health::default();
        let component = health.component("resuming of releases", SILENT);
        let began = Instant::now();
        let faulty_after = async {
            while health.faults().is_empty() {
                tokio::task::yield_now().await;
            }
            began.elapsed()
        };
        // Signs for a second and a half, and then silence.
        let every = Duration::from_millis(100);
        let silent_after = with_heartbeats(&component, every, 15, faulty_after).await;
        assert!(
            silent_after >= Duration::from_millis(2_400),
            "{silent_after:?}"
        );
    }
}
