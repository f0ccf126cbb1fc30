use super::PgWaker;
use crate::health::Component;
use app::domain::OrganizationId;
use rand::{Rng, SeedableRng, rngs::StdRng};
use server_sms::simulated::remark;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::{Store, StoreError, messages, simulated};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// How many answers one round delivers.
const BATCH: u32 = 100;
/// How long an answer waits that could not be received.
const POSTPONE_BY: Duration = Duration::from_secs(60);
/// How long to wait after a fault of the database.
const ERROR_DELAY: Duration = Duration::from_secs(5);

/// Contacts who write without having been texted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chatter {
    /// About how often somebody does, in each organization.
    pub every: Duration,
    /// Nobody does while this many replies wait in the organization, so that a demo left on overnight
    /// stays what it was.
    pub at_most_waiting: u32,
}

impl Chatter {
    /// What a demo shows: something happens while one looks, and the lists stay readable.
    pub const DEMO: Self = Self {
        every: Duration::from_secs(20),
        at_most_waiting: 400,
    };
}

/// What one round did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ContactCounts {
    /// Texts that were delivered.
    pub delivered: u32,
    /// Texts that could not be, and were postponed.
    pub postponed: u32,
    /// Contacts who are about to write without having been texted.
    pub chatting: u32,
}

/// The service that delivers what simulated contacts write, when it is due, as a carrier would.
pub struct SimulatedContacts {
    store: Store,
    chatter: Option<Chatter>,
    rng: StdRng,
}

impl SimulatedContacts {
    /// The slow poll behind the notifications.
    pub const POLL: Duration = Duration::from_secs(60);

    /// The service; without `chatter` contacts only answer.
    pub fn new(store: Store, chatter: Option<Chatter>) -> Self {
        Self {
            store,
            chatter,
            rng: StdRng::from_os_rng(),
        }
    }

    /// The service, with chance taken from a seed.
    pub fn with_seed(store: Store, chatter: Option<Chatter>, seed: u64) -> Self {
        Self {
            store,
            chatter,
            rng: StdRng::seed_from_u64(seed),
        }
    }

    /// One round: lets those write whose turn it is, then delivers what is due.
    ///
    /// # Errors
    /// What is due could not be read or marked. An answer that cannot be received is no error; it is postponed.
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
        let body = remark(&mut self.rng);
        let mut tx = self.store.begin().await?;
        simulated::plan(
            &mut tx,
            &self.store.clock,
            organization,
            cell,
            number,
            body,
            Duration::ZERO,
        )
        .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Goes round until it is stopped.
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

    /// One round, and how long to sleep after it.
    async fn round(&mut self) -> Result<Duration, StoreError> {
        self.run_once().await?;
        let next = simulated::next_due(&self.store, self.chatter.is_some());
        let next = answered(RESPOND_WITHIN, next).await?;
        Ok(next.map_or(Self::POLL, |due| due.min(Self::POLL)))
    }
}
