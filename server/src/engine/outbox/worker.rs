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

/// How long to wait after a fault of the database.
const ERROR_DELAY: Duration = Duration::from_secs(2);
/// How long to wait at least, when another server is claiming what is due.
const MIN_DELAY: Duration = Duration::from_millis(50);

/// The service that empties the outbox. Cheap to clone.
#[derive(Clone)]
pub struct Outbox {
    pub(super) store: Store,
    pub(super) services: Services,
    pub(super) settings: OutboxSettings,
}

impl Outbox {
    /// The slow poll behind the notifications.
    pub const POLL: Duration = Duration::from_secs(30);

    /// The service.
    pub fn new(store: Store, services: Services, settings: OutboxSettings) -> Self {
        Self {
            store,
            services,
            settings,
        }
    }

    /// One round: claims what is due, as much as fits at once, and sees each text through.
    ///
    /// # Errors
    /// Nothing could be claimed.
    pub async fn run_once(&self) -> Result<OutboxCounts, StoreError> {
        let (concurrency, lease) = (self.settings.concurrency, self.settings.lease);
        let claimed = claim(&self.store, ClaimId::random(), concurrency, lease).await?;
        let mut counts = OutboxCounts::default();
        for outcome in join_all(claimed.iter().map(|claimed| self.deliver(claimed))).await {
            counts.add(outcome);
        }
        Ok(counts)
    }

    /// Goes round until it is stopped, and then sees through what it has claimed.
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
                Some(done) = sends.join_next() => report(done),
            }
            while let Some(done) = sends.try_join_next() {
                report(done);
            }
        }
        while let Some(done) = sends.join_next().await {
            report(done);
        }
    }

    /// Claims into the free slots, and says how long nothing more is due. A claim without an answer stays in
    /// `unanswered`, and is ended before the next one.
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
        let full = claimed.len() == free;
        for claimed in claimed {
            let outbox = self.clone();
            sends.spawn(async move {
                outbox.deliver(&claimed).await;
            });
        }
        if full {
            return Ok(Self::POLL);
        }
        Ok(answered(RESPOND_WITHIN, next_due(&self.store))
            .await?
            .map_or(Self::POLL, |due| due.clamp(MIN_DELAY, Self::POLL)))
    }
}

fn report(done: Result<(), tokio::task::JoinError>) {
    if let Err(error) = done {
        // A panic in a service.
        tracing::error!(%error, "the task that sent a text ended without a result; its lease sees to the text");
    }
}
