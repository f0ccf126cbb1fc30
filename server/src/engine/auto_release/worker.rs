use super::AutoReleaseSettings;
use crate::engine::Wake;
use crate::health::Component;
use app::domain::CampaignId;
use futures::{StreamExt, stream};
use server_store::campaigns::{NextDue, auto_release_failed, auto_release_succeeded, next_due};
use server_store::database::{PATIENCE, answered};
use server_store::releases::release_automatically;
use server_store::{Store, StoreError, notify};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

// After the database failed.
const ERROR_DELAY: Duration = Duration::from_secs(2);
// What changes within this time of a look is looked at together. Only an admin can bring a deadline this
// near: what contacts and texters do starts a clock that has five minutes to run, at the least.
const GATHER: Duration = Duration::from_millis(500);
// Before a campaign is tried again of which nothing was released although something was due: another
// server has it, and goes on with what becomes due there meanwhile.
const BREATH: Duration = Duration::from_secs(1);
// How long a look may take: it reads the head of every campaign that releases by itself.
const LOOK: Duration = Duration::from_secs(20);
// How many campaigns one look asks for.
const MOST: u32 = 500;

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
    /// The database, while asking what is due. A campaign that fails is no error; it is counted.
    pub async fn run_once(&self) -> Result<AutoReleaseCounts, StoreError> {
        let mut due = answered(LOOK, next_due(&self.store, MOST)).await?;
        due.retain(|next| next.due_in.is_zero());
        let done = stream::iter(due).map(|next| self.release(next));
        let done: Vec<_> = done.buffer_unordered(self.settings.at_once).collect().await;
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
        let changes = Wake::on(
            pool.clone(),
            notify::CHANGES,
            health.sibling("notifications of automatic release", Wake::SILENT),
        );
        let mut under_way = UnderWay::default();
        loop {
            let looked_at = Instant::now();
            let sleep = match service.begin(&mut under_way).await {
                Ok(sleep) => {
                    health.works();
                    sleep
                }
                Err(error) => {
                    health.fails(error);
                    ERROR_DELAY
                }
            };
            let mut look_at = Instant::now() + sleep;
            loop {
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep_until(look_at) => break,
                    () = changes.notified() => look_at = look_at.min(looked_at + GATHER),
                    // A place is free, and what was due on that campaign is not.
                    Some(done) = under_way.tasks.join_next_with_id() => {
                        under_way.forget(done);
                        break;
                    }
                }
            }
        }
    }

    /// Begins what is due, as far as there are places, and says how long nothing more will be. What was found
    /// due is all begun before it is looked again: however often some campaigns are due, the others get their
    /// turn.
    async fn begin(self: &Arc<Self>, under_way: &mut UnderWay) -> Result<Duration, StoreError> {
        self.fill(under_way);
        let mut sleep = Self::POLL;
        if under_way.tasks.len() >= self.settings.at_once {
            // The end of one of them looks again.
            return Ok(sleep);
        }
        under_way.wake();
        for next in answered(LOOK, next_due(&self.store, MOST)).await? {
            if under_way.has(next.campaign) {
                continue;
            }
            if under_way.resting.contains_key(&next.campaign) {
                sleep = sleep.min(BREATH);
                continue;
            }
            if !next.due_in.is_zero() {
                // A deadline between two milliseconds would be looked at before it is there.
                sleep = sleep.min(next.due_in + Duration::from_millis(1));
                break;
            }
            under_way.waiting.push_back(next);
        }
        self.fill(under_way);
        Ok(sleep)
    }

    /// Begins those that wait for a place, as long as there is one.
    fn fill(self: &Arc<Self>, under_way: &mut UnderWay) {
        while under_way.tasks.len() < self.settings.at_once {
            let Some(next) = under_way.waiting.pop_front() else {
                break;
            };
            let service = self.clone();
            under_way.begin(next.campaign, async move {
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
        let noting = async {
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
        let noted = answered(PATIENCE, noting).await;
        if let Err(error) = noted {
            tracing::error!(%error, %organization, %campaign, "how automatic release fares was not noted");
        }
        released.ok()
    }
}

/// The campaigns that this server is releasing.
#[derive(Default)]
struct UnderWay {
    /// Found due, and without a place yet; none of them is among the others.
    waiting: VecDeque<NextDue>,
    /// Whether each has released something.
    tasks: JoinSet<bool>,
    campaigns: HashMap<Id, CampaignId>,
    /// Of which nothing was released, and until when they are not asked for again. They hold no place.
    resting: HashMap<CampaignId, Instant>,
}

impl UnderWay {
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
                tracing::error!(%error, "an automatic release broke off");
                (error.id(), false)
            }
        };
        let campaign = self.campaigns.remove(&id);
        if let Some(campaign) = campaign.filter(|_| !released) {
            self.resting.insert(campaign, Instant::now() + BREATH);
        }
    }

    /// Forgets who has rested.
    fn wake(&mut self) {
        let now = Instant::now();
        self.resting.retain(|_, until| *until > now);
    }
}
