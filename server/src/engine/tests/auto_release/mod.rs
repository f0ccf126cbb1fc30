//! Automatic release, round by round and as it runs.

mod rounds;
mod running;

use crate::engine::{AutoRelease, AutoReleaseSettings, Backoff};
use crate::health::Health;
use app::domain::{CampaignId, ConversationId};
use server_store::Store;
use server_store::clock::Clock;
use server_store::testing::World;
use sqlx::PgPool;
use sqlx::postgres::PgListener;
use std::time::Duration;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// The time limit of a wait, far less than the slow poll, so that a service in time was woken.
const WAKE_TIMEOUT: Duration = Duration::from_secs(20);

pub(super) const SETTINGS: AutoReleaseSettings = AutoReleaseSettings {
    concurrency: 4,
    backoff: Backoff {
        first: Duration::from_secs(10),
        cap: Duration::from_secs(40),
    },
};

/// A campaign that releases after half an hour, at any hour of the day.
pub(super) async fn campaign(world: &World) -> CampaignId {
    let campaign = world.campaign().await;
    let on = "auto_release_minutes = 30, texting_from = '00:00', texting_until = '24:00'";
    world.change_campaign(campaign, on).await;
    campaign
}

/// A reply that becomes due in so many milliseconds of real time; or did, if they are negative.
pub(super) async fn due_in(
    world: &World,
    campaign: CampaignId,
    milliseconds: i64,
) -> ConversationId {
    // Nobody's until it has its time: an engine that is awake would release it before.
    let reply = world.pooled(campaign, 60).await;
    let held_since = format!(
        "assigned_to = {},
         waiting_since = now() - interval '30 minutes' + interval '{milliseconds} milliseconds'",
        world.ann.member
    );
    world.change(reply, held_since).await;
    reply
}

/// The engine as it runs, by the database's own clock, and a listener for what it notifies.
pub(super) struct Running {
    store: Store,
    changes: PgListener,
    stop: CancellationToken,
    engine: tokio::task::JoinHandle<()>,
}

impl Running {
    pub async fn start(pool: PgPool) -> Self {
        let store = Store::with_clock(pool.clone(), Clock::database());
        let changes = World::listen(&pool).await;
        let stop = CancellationToken::new();
        let health = Health::default().component("automatic release", AutoRelease::POLL);
        let engine = AutoRelease::new(store.clone(), SETTINGS).run(health, stop.clone());
        Self {
            store,
            changes,
            engine: tokio::spawn(engine),
            stop,
        }
    }

    /// Waits until it is released, and says how many seconds after its deadline that was.
    pub async fn lateness(&mut self, reply: ConversationId) -> f64 {
        let waited = timeout(WAKE_TIMEOUT, async {
            loop {
                let late: Option<f64> = sqlx::query_scalar(
                    "select extract(epoch from clock_timestamp() - cv.waiting_since - interval '30 minutes')::float8
                       from conversation cv where cv.id = $1 and cv.assigned_to is null",
                )
                .bind(reply.0)
                .fetch_optional(&self.store.pool)
                .await
                .unwrap();
                if let Some(late) = late {
                    return late;
                }
                self.changes.recv().await.unwrap();
            }
        });
        waited.await.unwrap()
    }

    pub async fn stop(self) {
        self.stop.cancel();
        timeout(WAKE_TIMEOUT, self.engine).await.unwrap().unwrap();
    }
}
