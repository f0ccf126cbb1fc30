//! The worker of automatic release.

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

/// The delay after a fault of the database.
const ERROR_DELAY: Duration = Duration::from_secs(2);
/// The minimum time between two queries that changes cause. Only an admin can bring a deadline this near, because
/// contacts and texters start intervals of at least five minutes.
const COALESCE_WINDOW: Duration = Duration::from_millis(500);
/// The delay before a campaign is tried again of which nothing was released although something was due. Another server is
/// releasing it then.
const RETRY_DELAY: Duration = Duration::from_secs(1);
/// The time limit of the query of due campaigns, which reads the first reply of every campaign with auto-release.
const QUERY_TIMEOUT: Duration = Duration::from_secs(20);
/// The maximum number of campaigns in one query.
const MAX_CAMPAIGNS: u32 = 500;

/// The counts of one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AutoReleaseCounts {
    /// Campaigns with a release.
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
    /// The interval of queries without a notification.
    pub const POLL: Duration = Duration::from_secs(60);

    /// The service.
    pub fn new(store: Store, settings: AutoReleaseSettings) -> Self {
        Self { store, settings }
    }

    /// Runs one round: releases what is due on every campaign.
    ///
    /// # Errors
    /// The due campaigns could not be read. One that fails is counted, which is no error.
    pub async fn run_once(&self) -> Result<AutoReleaseCounts, StoreError> {
        let mut due = answered(QUERY_TIMEOUT, next_due(&self.store, MAX_CAMPAIGNS)).await?;
        due.retain(|next| next.due_in.is_zero());
        let releases = stream::iter(due).map(|next| self.release(next));
        let results: Vec<_> = releases
            .buffer_unordered(self.settings.concurrency)
            .collect()
            .await;
        let mut counts = AutoReleaseCounts::default();
        for released in results {
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

    /// Runs until it is stopped. A release in progress is interrupted between two statements then, and is finished by
    /// another server, or by this one after its restart.
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
                    // A slot is free, and the campaign has nothing due any more.
                    Some(result) = running.tasks.join_next_with_id() => {
                        running.remove(result);
                        break;
                    }
                }
            }
        }
    }

    /// Starts due campaigns as far as there are slots, and returns the time until the next deadline. All campaigns that one
    /// query found are started before the next query, so that a campaign which is due often does not delay others.
    async fn begin(
        self: &Arc<Self>,
        running: &mut RunningReleases,
    ) -> Result<Duration, StoreError> {
        self.fill(running);
        let mut sleep = Self::POLL;
        if running.tasks.len() >= self.settings.concurrency {
            // The end of one of them causes the next query.
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
                // Rounded up, or the query would be shortly before the deadline.
                sleep = sleep.min(next.due_in + Duration::from_millis(1));
                break;
            }
            running.waiting.push_back(next);
        }
        self.fill(running);
        Ok(sleep)
    }

    /// Starts waiting campaigns while there are free slots.
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

    /// Releases what is due on one campaign, and returns the number of replies. `None` if it failed, which is recorded and
    /// shown on the campaign's page.
    async fn release(&self, next: NextDue) -> Option<u32> {
        let (organization, campaign) = (next.organization, next.campaign);
        let released = release_automatically(&self.store, organization, campaign).await;
        let record = async {
            match &released {
                // Another server may be failing with it.
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
            tracing::error!(%error, %organization, %campaign, "the state of a campaign's automatic release could not be recorded");
        }
        released.ok()
    }
}

/// The campaigns that this server is releasing.
#[derive(Default)]
struct RunningReleases {
    /// Campaigns that are due and have no slot yet.
    waiting: VecDeque<NextDue>,
    /// The running releases, which return whether something was released.
    tasks: JoinSet<bool>,
    campaigns: HashMap<Id, CampaignId>,
    /// Campaigns of which nothing was released, with the end of their delay. They hold no slot.
    cooling_down: HashMap<CampaignId, Instant>,
}

impl RunningReleases {
    fn has(&self, campaign: CampaignId) -> bool {
        self.campaigns.values().any(|other| *other == campaign)
    }

    fn begin(&mut self, campaign: CampaignId, work: impl Future<Output = bool> + Send + 'static) {
        let task = self.tasks.spawn(work);
        self.campaigns.insert(task.id(), campaign);
    }

    fn remove(&mut self, result: Result<(Id, bool), JoinError>) {
        let (id, released) = match result {
            Ok(result) => result,
            Err(error) => {
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

    /// Removes campaigns whose delay has ended.
    fn end_cooldowns(&mut self) {
        let now = Instant::now();
        self.cooling_down.retain(|_, until| *until > now);
    }
}
