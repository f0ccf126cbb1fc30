//! The worker of the outbox.

use super::{OutboxCounts, OutboxSettings};
use crate::engine::PgWaker;
use crate::health::Component;
use futures::future::join_all;
use server_sms::Services;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::outbox::{ClaimId, claim, end_claim, next_due};
use server_store::{Store, StoreError, notify};
use std::{sync::Arc, time::Duration};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// The delay after a fault of the database.
const ERROR_DELAY: Duration = Duration::from_secs(2);
/// The minimum delay, for when another server is claiming what is due.
const MIN_DELAY: Duration = Duration::from_millis(50);

/// The service that sends the texts of the outbox. Cheap to clone.
#[derive(Clone)]
pub struct Outbox {
    pub(super) store: Store,
    pub(super) services: Services,
    pub(super) settings: OutboxSettings,
}

impl Outbox {
    /// The interval of queries without a notification.
    pub const POLL: Duration = Duration::from_secs(30);

    /// The service.
    pub fn new(store: Store, services: Services, settings: OutboxSettings) -> Self {
        Self {
            store,
            services,
            settings,
        }
    }

    /// Runs one round: claims due texts, one for each slot, and delivers them.
    ///
    /// # Errors
    /// The claim failed, and nothing was sent.
    pub async fn run_once(&self) -> Result<OutboxCounts, StoreError> {
        let (concurrency, lease) = (self.settings.concurrency, self.settings.lease);
        let claimed = claim(&self.store, ClaimId::random(), concurrency, lease).await?;
        let mut counts = OutboxCounts::default();
        for outcome in join_all(claimed.iter().map(|claimed| self.deliver(claimed))).await {
            counts.add(outcome);
        }
        Ok(counts)
    }

    /// Runs until it is stopped, and then completes the deliveries in progress.
    pub async fn run(self, health: Component, stop: CancellationToken) {
        let outbox = Arc::new(self);
        let waker = PgWaker::listen(
            outbox.store.pool.clone(),
            notify::OUTBOX,
            health.sibling("notifications of the outbox", PgWaker::MAX_SILENCE),
        );
        let mut sends = JoinSet::new();
        let mut unanswered = None;
        while !stop.is_cancelled() {
            let sleep = outbox.fill(&mut sends, &mut unanswered).await;
            let sleep = health.report(sleep).unwrap_or(ERROR_DELAY);
            tokio::select! {
                () = stop.cancelled() => {}
                () = waker.notified() => {}
                () = tokio::time::sleep(sleep) => {}
                // A slot is free.
                Some(result) = sends.join_next() => log_panic(result),
            }
            while let Some(result) = sends.try_join_next() {
                log_panic(result);
            }
        }
        while let Some(result) = sends.join_next().await {
            log_panic(result);
        }
    }

    /// Claims texts for the free slots, and returns the time until the next one is due. A claim without an answer stays in
    /// `unanswered`, and is ended before the next claim.
    async fn fill(
        self: &Arc<Self>,
        sends: &mut JoinSet<()>,
        unanswered: &mut Option<ClaimId>,
    ) -> Result<Duration, StoreError> {
        let free = self.settings.concurrency.saturating_sub(sends.len());
        if free == 0 {
            return Ok(Self::POLL);
        }
        if let Some(id) = *unanswered {
            let texts = answered(RESPOND_WITHIN, end_claim(&self.store, id)).await?;
            tracing::warn!(texts, "ended a claim of the outbox whose answer was lost");
        }
        let id = *unanswered.insert(ClaimId::random());
        let claim = claim(&self.store, id, free, self.settings.lease);
        let claimed = answered(RESPOND_WITHIN, claim).await?;
        *unanswered = None;
        let all_slots_used = claimed.len() == free;
        for claimed in claimed {
            let outbox = self.clone();
            sends.spawn(async move {
                outbox.deliver(&claimed).await;
            });
        }
        if all_slots_used {
            return Ok(Self::POLL);
        }
        Ok(answered(RESPOND_WITHIN, next_due(&self.store))
            .await?
            .map_or(Self::POLL, |due| due.clamp(MIN_DELAY, Self::POLL)))
    }
}

fn log_panic(result: Result<(), tokio::task::JoinError>) {
    if let Err(error) = result {
        tracing::error!(%error, "a task that was sending a text panicked; the text is claimed again after its lease");
    }
}
