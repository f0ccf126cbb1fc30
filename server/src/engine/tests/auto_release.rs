//! Automatic release, round by round and as it runs.

use crate::engine::{AutoRelease, AutoReleaseCounts, AutoReleaseSettings, Backoff};
use crate::health::Health;
use app::domain::{
    AutoReleaseState, AutoassignMode, CampaignId, ConversationId, IdleInterval, ReleaseOrder,
    ReleasePolicy,
};
use app::ports::{Campaigns, Releases};
use chrono::TimeDelta;
use server_store::clock::Clock;
use server_store::testing::{World, noon};
use server_store::{Store, notify};
use sqlx::PgPool;
use sqlx::postgres::PgListener;
use std::time::Duration;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

// Far less than the slow poll: who is not woken in this time was not woken.
const SOON: Duration = Duration::from_secs(20);

pub(super) const SETTINGS: AutoReleaseSettings = AutoReleaseSettings {
    concurrency: 4,
    backoff: Backoff {
        first: Duration::from_secs(10),
        cap: Duration::from_secs(40),
    },
};

fn engine(world: &World) -> AutoRelease {
    AutoRelease::new(world.store.clone(), SETTINGS)
}

fn counts(campaigns: u32, conversations: u32, failed: u32) -> AutoReleaseCounts {
    AutoReleaseCounts {
        campaigns,
        conversations,
        failed,
    }
}

/// A campaign that releases after half an hour, at any hour of the day.
pub(super) async fn campaign(world: &World) -> CampaignId {
    let campaign = world.campaign().await;
    let on = "auto_release_minutes = 30, texting_from = '00:00', texting_until = '24:00'";
    world.change_campaign(campaign, on).await;
    campaign
}

/// Makes every release on a campaign fail until it is mended.
async fn break_releases_on(world: &World, campaign: CampaignId) {
    for statement in [
        format!(
            "create function broken() returns trigger language plpgsql as $$
             begin
                 if new.campaign_id = {campaign} and new.assigned_to is null then
                     raise 'no disk';
                 end if;
                 return new;
             end $$"
        ),
        "create trigger broken before update on conversation for each row execute function broken()"
            .into(),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(statement))
            .execute(&world.store.pool)
            .await
            .unwrap();
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_round_takes_what_is_due_on_every_campaign_and_nothing_else(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, two, off) = (
        campaign(&world).await,
        campaign(&world).await,
        world.campaign().await,
    );
    let due = [
        world.reply(one, &world.ann, 30).await,
        world.reply(one, &world.ben, 300).await,
        world.reply(two, &world.ann, 31).await,
    ];
    let later = world.reply(two, &world.ann, 29).await;
    let never = world.reply(off, &world.ann, 300).await;
    let engine = engine(&world);
    assert_eq!(engine.run_once().await.unwrap(), counts(2, 3, 0));
    for reply in due {
        assert_eq!(world.holder(reply).await, None);
    }
    assert_eq!(engine.run_once().await.unwrap(), counts(0, 0, 0));
    world.store.clock.set(noon() + TimeDelta::minutes(1));
    assert_eq!(engine.run_once().await.unwrap(), counts(1, 1, 0));
    assert_eq!(world.holder(later).await, None);
    assert_eq!(world.holder(never).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_campaign_that_fails_delays_no_other_is_shown_and_is_tried_again(pool: PgPool) {
    let world = World::new(pool).await;
    let (broken, other) = (campaign(&world).await, campaign(&world).await);
    world.reply(broken, &world.ann, 300).await;
    let reply = world.reply(other, &world.ann, 30).await;
    break_releases_on(&world, broken).await;
    let engine = engine(&world);
    let state = async || {
        let window = world.store.autoassign(&world.admin, broken).await.unwrap();
        window.status.state
    };
    let seconds_until_retry = async || match state().await {
        AutoReleaseState::Failing { retry_at } => {
            (retry_at - world.store.clock.pinned().unwrap()).num_milliseconds() as f64 / 1000.0
        }
        other => panic!("{other:?}"),
    };

    assert_eq!(engine.run_once().await.unwrap(), counts(1, 1, 1));
    assert_eq!(world.holder(reply).await, None);
    let first = seconds_until_retry().await;
    assert!((5.0..=10.0).contains(&first), "{first}");
    // Not before its time.
    assert_eq!(engine.run_once().await.unwrap(), counts(0, 0, 0));
    world.store.clock.set(noon() + TimeDelta::seconds(10));
    assert_eq!(engine.run_once().await.unwrap(), counts(0, 0, 1));
    let second = seconds_until_retry().await;
    assert!((10.0..=20.0).contains(&second), "{second}");

    sqlx::query("drop trigger broken on conversation")
        .execute(&world.store.pool)
        .await
        .unwrap();
    world.store.clock.set(noon() + TimeDelta::seconds(30));
    assert_eq!(engine.run_once().await.unwrap(), counts(1, 1, 0));
    assert_eq!(state().await, AutoReleaseState::On { next_due: None });
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_failed_and_was_then_released_by_hand_does_not_look_as_if_it_failed(pool: PgPool) {
    let world = World::new(pool).await;
    let broken = campaign(&world).await;
    world.reply(broken, &world.ann, 300).await;
    break_releases_on(&world, broken).await;
    assert_eq!(engine(&world).run_once().await.unwrap(), counts(0, 0, 1));
    sqlx::query("drop trigger broken on conversation")
        .execute(&world.store.pool)
        .await
        .unwrap();
    world.store.clock.set(noon() + TimeDelta::seconds(10));
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, order).await.unwrap();
    let window = world.store.autoassign(&world.admin, broken).await.unwrap();
    assert_eq!(window.status.state, AutoReleaseState::On { next_due: None });
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn two_engines_at_once_take_each_reply_once(pool: PgPool) {
    let world = World::new(pool).await;
    let mut replies = Vec::new();
    for _ in 0..10 {
        let campaign = campaign(&world).await;
        for minutes in 30..50 {
            replies.push(world.reply(campaign, &world.ann, minutes).await);
        }
    }
    let (one, two) = (engine(&world), engine(&world));
    let (one, two) = tokio::join!(one.run_once(), two.run_once());
    let (one, two) = (one.unwrap(), two.unwrap());
    assert_eq!((one.failed, two.failed), (0, 0));
    assert_eq!(
        (one.conversations + two.conversations) as usize,
        replies.len()
    );
    for reply in replies {
        assert_eq!(world.holder(reply).await, None);
        assert_eq!(world.epoch(reply).await, 1);
    }
    let history = "select coalesce(sum(conversations), 0) from release where state = 'finished'";
    assert_eq!(world.count(history).await, 200);
}

/// A reply that becomes due in so many milliseconds of real time; or did, if they are negative.
pub(super) async fn due_in(
    world: &World,
    campaign: CampaignId,
    milliseconds: i64,
) -> ConversationId {
    let reply = world.reply(campaign, &world.ann, 60).await;
    let since = format!(
        "waiting_since = now() - interval '30 minutes' + interval '{milliseconds} milliseconds'"
    );
    world.change(reply, since).await;
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
        let mut changes = PgListener::connect_with(&pool).await.unwrap();
        changes.listen(notify::CHANGES).await.unwrap();
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
        let waited = timeout(SOON, async {
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
        timeout(SOON, self.engine).await.unwrap().unwrap();
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn it_sleeps_until_the_deadline_and_acts_within_a_second_of_it(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = campaign(&world).await;
    let mut replies = Vec::new();
    for milliseconds in [1000, 1500, 2500] {
        replies.push(due_in(&world, campaign, milliseconds).await);
    }
    let mut running = Running::start(pool).await;
    for reply in replies {
        let late = running.lateness(reply).await;
        assert!((0.0..1.0).contains(&late), "{late}");
    }
    running.stop().await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_saved_window_and_a_changed_conversation_wake_it(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (on, campaign) = (campaign(&world).await, campaign(&world).await);
    world
        .change_campaign(campaign, "auto_release_minutes = null")
        .await;
    let first = due_in(&world, on, -1000).await;
    let mut running = Running::start(pool.clone()).await;
    // It is awake, and has nothing more to do for as long as its poll.
    running.lateness(first).await;
    let overdue = due_in(&world, campaign, -1000).await;
    let mode = AutoassignMode {
        auto_assign: true,
        auto_release: Some(IdleInterval::from_minutes(30).unwrap()),
    };
    let saved = running
        .store
        .save_autoassign(&world.admin, campaign, 0, mode);
    saved.await.unwrap();
    let late = running.lateness(overdue).await;
    assert!((0.0..4.0).contains(&late), "{late}");

    let claimed = due_in(&world, on, 1000).await;
    notify::changed(&pool, world.organization, [on], [world.ann.member])
        .await
        .unwrap();
    let late = running.lateness(claimed).await;
    assert!((0.0..1.0).contains(&late), "{late}");
    running.stop().await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_campaign_whose_rows_somebody_holds_on_to_delays_no_other(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (stuck, other) = (campaign(&world).await, campaign(&world).await);
    let locked = due_in(&world, stuck, -1000).await;
    let mut lock = pool.begin().await.unwrap();
    sqlx::query("select from conversation where id = $1 for update")
        .bind(locked.0)
        .execute(&mut *lock)
        .await
        .unwrap();
    let reply = due_in(&world, other, 500).await;
    let mut running = Running::start(pool).await;
    let late = running.lateness(reply).await;
    assert!((0.0..1.0).contains(&late), "{late}");
    assert!(world.holder(locked).await.is_some());
    lock.rollback().await.unwrap();
    running.lateness(locked).await;
    running.stop().await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn at_its_start_it_catches_up_with_everything_in_batches(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = campaign(&world).await;
    let last = due_in(&world, campaign, -1000).await;
    world
        .execute(format!(
            "with co as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 select {org}, {campaign}, 'Ada', 'Byron', '+1404' || (2000000 + n)
                   from generate_series(1, 2500) n
                 returning id)
             insert into conversation (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
             select {org}, id, {campaign}, {ann}, now() - interval '5 hours' + id * interval '1 second', '2026-11-01',
                    'needs_response'
               from co",
            org = world.organization,
            ann = world.ann.member,
        ))
        .await;
    let mut running = Running::start(pool).await;
    running.lateness(last).await;
    let held = "select count(*) from conversation where assigned_to is not null";
    while world.count(held).await > 0 {
        timeout(SOON, running.changes.recv())
            .await
            .unwrap()
            .unwrap();
    }
    let batches = "select count(*) from assignment_event where reason = 'released'";
    assert!(world.count(batches).await >= 3);
    running.stop().await;
}
