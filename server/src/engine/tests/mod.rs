//! The engine's services, on a real database, round by round.

mod archived;
mod auto_release;
mod mail;
mod opted_out;
mod outbox;
mod paused;
mod recovery;
mod running;
mod simulated_contacts;
mod texting_hours;
mod turns;

use super::{Backoff, Outbox, OutboxSettings};
use app::domain::{CampaignId, ConversationId};
use chrono::TimeDelta;
use server_sms::testing::Scripted;
use server_sms::{MessageService, Services};
use server_store::testing::{Thread, World, noon};
use sqlx::PgPool;
use std::{sync::Arc, time::Duration};
use tokio::sync::mpsc::UnboundedReceiver;

const SETTINGS: OutboxSettings = OutboxSettings {
    concurrency: 16,
    lease: Duration::from_secs(120),
    send_timeout: Duration::from_secs(30),
    settle: Duration::from_secs(20),
    attempts: 3,
    deferral: Duration::from_secs(3600),
    backoff: Backoff {
        first: Duration::from_secs(10),
        cap: Duration::from_secs(60),
    },
};

/// A conversation, a service that follows a script, and the outbox between them.
struct Desk {
    world: World,
    thread: ConversationId,
    service: Arc<Scripted>,
    sends: UnboundedReceiver<String>,
    outbox: Outbox,
}

impl Desk {
    async fn new(pool: PgPool) -> Self {
        let world = World::new(pool).await;
        let thread = world
            .thread(
                world.campaign().await,
                Some(&world.ann),
                &Thread::waiting(60),
            )
            .await;
        let (service, sends) = Scripted::new();
        let outbox = Outbox::new(world.store.clone(), services(service.clone()), SETTINGS);
        Self {
            world,
            thread,
            service,
            sends,
            outbox,
        }
    }

    /// The campaign of the conversation.
    async fn campaign(&self) -> CampaignId {
        let id = format!(
            "select campaign_id from conversation where id = {}",
            self.thread
        );
        let id = sqlx::query_scalar(sqlx::AssertSqlSafe(id));
        CampaignId(id.fetch_one(&self.world.store.pool).await.unwrap())
    }

    /// Sets the clock to this many seconds after noon.
    fn at(&self, seconds: i64) {
        self.world
            .store
            .clock
            .set(noon() + TimeDelta::seconds(seconds));
    }
}

fn services(simulated: Arc<dyn MessageService>) -> Services {
    Services::new(simulated, None)
}
