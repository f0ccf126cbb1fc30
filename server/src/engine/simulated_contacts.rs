//! The service that delivers the texts of simulated contacts, and the delivery reports on the texts to them.

use super::PgWaker;
use crate::health::Component;
use app::domain::OrganizationId;
use rand::{Rng, SeedableRng, rngs::StdRng};
use server_sms::simulated::remark;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::{Store, StoreError, delivery_reports, messages, simulated};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// The maximum number of texts that one round delivers.
const BATCH: u32 = 100;
/// The delay of a text that could not be received.
const POSTPONE_BY: Duration = Duration::from_secs(60);
/// The delay after a fault of the database.
const ERROR_DELAY: Duration = Duration::from_secs(5);

/// The settings of contacts who write without having been texted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chatter {
    /// The mean time between two such texts in an organization.
    pub every: Duration,
    /// The number of waiting replies in the organization from which nobody does, so that a demo does not fill up
    /// overnight.
    pub at_most_waiting: u32,
}

impl Chatter {
    /// The settings of the demo: something happens while one looks, and the lists stay short.
    pub const DEMO: Self = Self {
        every: Duration::from_secs(20),
        at_most_waiting: 400,
    };
}

/// The counts of one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ContactCounts {
    /// Texts that were delivered.
    pub delivered: u32,
    /// Texts that could not be delivered, and were postponed.
    pub postponed: u32,
    /// Delivery reports that were given.
    pub reported: u32,
    /// Texts that were planned for contacts who write without having been texted.
    pub chatting: u32,
}

/// The service that delivers due texts of simulated contacts, as a message service would.
pub struct SimulatedContacts {
    store: Store,
    chatter: Option<Chatter>,
    rng: StdRng,
}

impl SimulatedContacts {
    /// The interval of rounds without a notification.
    pub const POLL: Duration = Duration::from_secs(60);

    /// The service; without `chatter` contacts only answer.
    pub fn new(store: Store, chatter: Option<Chatter>) -> Self {
        Self {
            store,
            chatter,
            rng: StdRng::from_os_rng(),
        }
    }

    /// The service with seeded random choices.
    pub fn with_seed(store: Store, chatter: Option<Chatter>, seed: u64) -> Self {
        Self {
            store,
            chatter,
            rng: StdRng::seed_from_u64(seed),
        }
    }

    /// Runs one round: plans texts of contacts who were not texted, then delivers what is due.
    ///
    /// # Errors
    /// Due texts could not be read or marked. One that cannot be received is postponed, which is no error.
    pub async fn run_once(&mut self) -> Result<ContactCounts, StoreError> {
        let mut counts = ContactCounts::default();
        if let Some(chatter) = self.chatter {
            let gap = chatter.every.mul_f64(self.rng.random_range(0.5..1.5));
            let turns = simulated::take_turns(&self.store, gap);
            for organization in answered(RESPOND_WITHIN, turns).await? {
                let chatting = answered(RESPOND_WITHIN, self.chat(organization, chatter)).await?;
                counts.chatting += u32::from(chatting);
            }
        }
        for reply in answered(RESPOND_WITHIN, simulated::due(&self.store, BATCH)).await? {
            match answered(RESPOND_WITHIN, messages::receive(&self.store, &reply.text)).await {
                Ok(_) => {
                    answered(RESPOND_WITHIN, simulated::forget(&self.store, &reply)).await?;
                    counts.delivered += 1;
                }
                Err(error) => {
                    tracing::warn!(%error, sid = %reply.text.sid, "a simulated text could not be received; it is tried again later");
                    answered(
                        RESPOND_WITHIN,
                        simulated::postpone(&self.store, &reply, POSTPONE_BY),
                    )
                    .await?;
                    counts.postponed += 1;
                }
            }
        }
        for due in answered(RESPOND_WITHIN, simulated::due_reports(&self.store, BATCH)).await? {
            let report = delivery_reports::receive(&self.store, &due.report);
            if let Err(error) = answered(RESPOND_WITHIN, report).await {
                // It stays due, and holds up none of the others.
                tracing::warn!(%error, sid = %due.report.sid.0, "a simulated report could not be recorded; it is tried again later");
                continue;
            }
            answered(RESPOND_WITHIN, simulated::forget_report(&self.store, &due)).await?;
            counts.reported += 1;
        }
        Ok(counts)
    }

    async fn chat(
        &mut self,
        organization: OrganizationId,
        chatter: Chatter,
    ) -> Result<bool, StoreError> {
        if !simulated::may_chat(&self.store, organization, chatter.at_most_waiting).await? {
            return Ok(false);
        }
        let at = self.rng.random();
        let Some(talker) = simulated::pick_talker(&self.store, organization, at).await? else {
            return Ok(false);
        };
        let (cell, number) = (talker.cell.as_str(), talker.number.as_str());
        let remark = remark(&mut self.rng);
        let mut tx = self.store.begin().await?;
        simulated::plan(
            &mut tx,
            &self.store.clock,
            organization,
            cell,
            number,
            remark.body,
            remark.with_picture,
            Duration::ZERO,
        )
        .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Runs rounds until it is stopped.
    pub async fn run(mut self, health: Component, stop: CancellationToken) {
        let waker = PgWaker::listen(
            self.store.pool.clone(),
            simulated::PLANNED,
            health.sibling("notifications of simulated contacts", PgWaker::MAX_SILENCE),
        );
        loop {
            let sleep = health.report(self.round().await).unwrap_or(ERROR_DELAY);
            tokio::select! {
                () = stop.cancelled() => return,
                () = waker.notified() => {}
                () = tokio::time::sleep(sleep) => {}
            }
        }
    }

    /// Runs one round, and returns the time until the next one.
    async fn round(&mut self) -> Result<Duration, StoreError> {
        self.run_once().await?;
        let next = simulated::next_due(&self.store, self.chatter.is_some());
        let next = answered(RESPOND_WITHIN, next).await?;
        Ok(next.map_or(Self::POLL, |due| due.min(Self::POLL)))
    }
}
