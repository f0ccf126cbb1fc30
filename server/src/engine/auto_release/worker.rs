use super::AutoReleaseSettings;
use crate::engine::PgWaker;
use crate::health::Component;
use app::domain::CampaignId;
use futures::{StreamExt, stream};
use server_store::campaigns::{NextDue, auto_release_failed, auto_release_succeeded, next_due};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::releases::release_automatically;
use server_store::{Store, StoreError, notify};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// How long to wait after a fault of the database.
const ERROR_DELAY: Duration = Duration::from_secs(2);
/// What changes within this time of a query is looked at together. Only an admin can bring a deadline this
/// near: what contacts and texters do starts a clock that has five minutes to run, at the least.
const COALESCE_WINDOW: Duration = Duration::from_millis(500);
/// Before a campaign is tried again of which nothing was released although something was due: another
/// server has it, and goes on with what becomes due there meanwhile.
const RETRY_DELAY: Duration = Duration::from_secs(1);
/// How long the query of what is due may take: it reads the head of every campaign that releases by itself.
const QUERY_TIMEOUT: Duration = Duration::from_secs(20);
/// How many campaigns one query asks for.
const MAX_CAMPAIGNS: u32 = 500;

/// What one round did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AutoReleaseCounts {
    /// Campaigns of which something was released.
    pub campaigns: u32,
    /// Replies that were released.
    pub conversations: u32,
    /// Campaigns that failed; they are tried again.
    pub failed: u32,
}

/// The service that releases replies at their deadline, on campaigns whose auto-release is on. Cheap to
/// clone.
#[derive(Clone)]
pub struct AutoRelease {
    store: Store,
    settings: AutoReleaseSettings,
}

impl AutoRelease {
    /// The slow poll behind the notifications.
    pub const POLL: Duration = Duration::from_secs(60);

    /// The service.
    pub fn new(store: Store, settings: AutoReleaseSettings) -> Self {
        Self { store, settings }
    }

    /// One round: releases what is due on every campaign.
    ///
    /// # Errors
    /// What is due could not be read. A campaign that fails is no error; it is counted.
    pub async fn run_once(&self) -> Result<AutoReleaseCounts, StoreError> {
        let mut due = answered(QUERY_TIMEOUT, next_due(&self.store, MAX_CAMPAIGNS)).await?;
        due.retain(|next| next.due_in.is_zero());
        let done = stream::iter(due).map(|next| self.release(next));
        let done: Vec<_> = done
            .buffer_unordered(self.settings.concurrency)
            .collect()
            .await;
        let mut counts = AutoReleaseCounts::default();
        for released in done {
            match released {
                Some(0) => {}
                Some(conversations) => {
                    counts.campaigns += 1;
                    counts.conversations += conversations;
                }
                None => counts.failed += 1,
            }
        }
        Ok(counts)
    }

    /// Goes round until it is stopped. What is under way then is broken off between two statements, and
    /// finished by another server, or by this one when it is back.
    pub async fn run(self, health: Component, stop: CancellationToken) {
        let service = Arc::new(self);
        let pool = &service.store.pool;
        let changes = PgWaker::listen(
            pool.clone(),
            notify::CHANGES,
            health.sibling("notifications of automatic release", PgWaker::MAX_SILENCE),
        );
        let mut running = RunningReleases::default();
        loop {
            let queried_at = Instant::now();
            let sleep = service.begin(&mut running).await;
            let sleep = health.report(sleep).unwrap_or(ERROR_DELAY);
            let mut next_query_at = Instant::now() + sleep;
            loop {
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep_until(next_query_at) => break,
                    () = changes.notified() => next_query_at = next_query_at.min(queried_at + COALESCE_WINDOW),
                    // A slot is free, and what was due on that campaign is not.
                    Some(done) = running.tasks.join_next_with_id() => {
                        running.forget(done);
                        break;
                    }
                }
            }
        }
    }

    /// Begins what is due, as far as there are slots, and gives how long nothing more will be. What was found
    /// due is all begun before the next query: however often some campaigns are due, the others get their
    /// turn.
    async fn begin(
        self: &Arc<Self>,
        running: &mut RunningReleases,
    ) -> Result<Duration, StoreError> {
        self.fill(running);
        let mut sleep = Self::POLL;
        if running.tasks.len() >= self.settings.concurrency {
            // The end of one of them queries again.
            return Ok(sleep);
        }
        running.end_cooldowns();
        for next in answered(QUERY_TIMEOUT, next_due(&self.store, MAX_CAMPAIGNS)).await? {
            if running.has(next.campaign) {
                continue;
            }
            if running.cooling_down.contains_key(&next.campaign) {
                sleep = sleep.min(RETRY_DELAY);
                continue;
            }
            if !next.due_in.is_zero() {
                // A deadline between two milliseconds would be looked at before it is there.
                sleep = sleep.min(next.due_in + Duration::from_millis(1));
                break;
            }
            running.waiting.push_back(next);
        }
        self.fill(running);
        Ok(sleep)
    }

    /// Begins those that wait for a slot, as long as there is one.
    fn fill(self: &Arc<Self>, running: &mut RunningReleases) {
        while running.tasks.len() < self.settings.concurrency {
            let Some(next) = running.waiting.pop_front() else {
                break;
            };
            let service = self.clone();
            running.begin(next.campaign, async move {
                let released = service.release(next).await;
                released.is_some_and(|conversations| conversations > 0)
            });
        }
    }

    /// Releases what is due on one campaign; how many replies, or `None` if it failed, which is written
    /// down for those who look at the campaign.
    async fn release(&self, next: NextDue) -> Option<u32> {
        let (organization, campaign) = (next.organization, next.campaign);
        let released = release_automatically(&self.store, organization, campaign).await;
        let record = async {
            match &released {
                // Perhaps another server is failing with it.
                Ok(0) => Ok(()),
                Ok(_) => auto_release_succeeded(&self.store, organization, campaign).await,
                Err(error) => {
                    tracing::error!(%error, %organization, %campaign, "automatic release of a campaign failed");
                    let wait = |attempt| self.settings.backoff.after(attempt, rand::random());
                    let reason = error.to_string();
                    auto_release_failed(&self.store, organization, campaign, &reason, wait).await
                }
            }
        };
        let result = answered(RESPOND_WITHIN, record).await;
        if let Err(error) = result {
            tracing::error!(%error, %organization, %campaign, "the state of a campaign's automatic release could not be written");
        }
        released.ok()
    }
}

/// The campaigns that this server is releasing.
#[derive(Default)]
struct RunningReleases {
    /// Found due, and without a slot yet; none of them is among the others.
    waiting: VecDeque<NextDue>,
    /// Whether each has released something.
    tasks: JoinSet<bool>,
    campaigns: HashMap<Id, CampaignId>,
    /// Of which nothing was released, and until when they are not asked for again. They hold no slot.
    cooling_down: HashMap<CampaignId, Instant>,
}

impl RunningReleases {
    fn has(&self, campaign: CampaignId) -> bool {
        self.campaigns.values().any(|under| *under == campaign)
    }

    fn begin(&mut self, campaign: CampaignId, work: impl Future<Output = bool> + Send + 'static) {
        let task = self.tasks.spawn(work);
        self.campaigns.insert(task.id(), campaign);
    }

    fn forget(&mut self, done: Result<(Id, bool), JoinError>) {
        let (id, released) = match done {
            Ok(done) => done,
            Err(error) => {
                // The bug is this campaign's; the others go on.
                tracing::error!(%error, "the task of an automatic release ended without a result");
                (error.id(), false)
            }
        };
        let campaign = self.campaigns.remove(&id);
        if let Some(campaign) = campaign.filter(|_| !released) {
            self.cooling_down
                .insert(campaign, Instant::now() + RETRY_DELAY);
        }
    }

    /// Forgets those that may be tried again.
    fn end_cooldowns(&mut self) {
        let now = Instant::now();
        self.cooling_down.retain(|_, until| *until > now);
    }
}
