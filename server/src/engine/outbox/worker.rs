use super::{OutboxCounts, OutboxSettings};
use crate::engine::Wake;
use crate::health::Component;
use futures::future::join_all;
use server_sms::Services;
use server_store::database::{PATIENCE, answered};
use server_store::outbox::{ClaimId, claim, end_claim, next_due};
use server_store::{Store, StoreError, notify};
use std::{sync::Arc, time::Duration};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

// After the database failed; and when another server is claiming what is due.
const ERROR_DELAY: Duration = Duration::from_secs(2);
const BREATH: Duration = Duration::from_millis(50);

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
    /// The database, while claiming.
    pub async fn run_once(&self) -> Result<OutboxCounts, StoreError> {
        let (at_once, lease) = (self.settings.at_once, self.settings.lease);
        let claimed = claim(&self.store, ClaimId::random(), at_once, lease).await?;
        let mut counts = OutboxCounts::default();
        for outcome in join_all(claimed.iter().map(|claimed| self.deliver(claimed))).await {
            counts.add(outcome);
        }
        Ok(counts)
    }

    /// Goes round until it is stopped, and then sees through what it has claimed.
    pub async fn run(self, health: Component, stop: CancellationToken) {
        let outbox = Arc::new(self);
        let wake = Wake::on(
            outbox.store.pool.clone(),
            notify::OUTBOX,
            health.sibling("notifications of the outbox", Wake::SILENT),
        );
        let mut sends = JoinSet::new();
        let mut unanswered = None;
        while !stop.is_cancelled() {
            let sleep = match outbox.fill(&mut sends, &mut unanswered).await {
                Ok(sleep) => {
                    health.works();
                    sleep
                }
                Err(error) => {
                    health.fails(error);
                    ERROR_DELAY
                }
            };
            tokio::select! {
                () = stop.cancelled() => {}
                () = wake.notified() => {}
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
        let free = self.settings.at_once.saturating_sub(sends.len());
        if free == 0 {
            return Ok(Self::POLL);
        }
        if let Some(id) = *unanswered {
            let texts = answered(PATIENCE, end_claim(&self.store, id)).await?;
            tracing::warn!(texts, "ended a claim of the outbox whose answer was lost");
        }
        let id = *unanswered.insert(ClaimId::random());
        let claim = claim(&self.store, id, free, self.settings.lease);
        let claimed = answered(PATIENCE, claim).await?;
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
        Ok(answered(PATIENCE, next_due(&self.store))
            .await?
            .map_or(Self::POLL, |due| due.clamp(BREATH, Self::POLL)))
    }
}

fn report(done: Result<(), tokio::task::JoinError>) {
    if let Err(error) = done {
        // A panic in a service. The lease sees to the text.
        tracing::error!(%error, "a send broke off");
    }
}
