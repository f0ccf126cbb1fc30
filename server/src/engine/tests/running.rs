//! The services as they run: woken, and stopped.

use super::Desk;
use crate::engine::{Chatter, Engine, PgWaker};
use crate::health::Health;
use server_sms::Services;
use server_sms::simulated::{Behavior, Simulated};
use server_store::clock::Clock;
use server_store::testing::{Thread, World};
use server_store::{Store, notify};
use sqlx::PgPool;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

// Far less than the slow polls: who is not woken in this time was not woken.
const SOON: Duration = Duration::from_secs(15);

const ANY_HOUR: &str = "texting_from = '00:00', texting_until = '24:00'";

/// With a campaign that texts at any hour: the clock is the database's.
async fn desk(pool: &PgPool) -> Desk {
    let desk = Desk::new(pool.clone()).await;
    let campaign = desk.campaign().await;
    desk.world.change_campaign(campaign, ANY_HOUR).await;
    desk
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_worker_is_woken_when_listening_begins_and_at_every_notification(pool: PgPool) {
    let health = Health::default().component("some channel", PgWaker::MAX_SILENCE);
    let waker = PgWaker::listen(pool.clone(), "some_channel", health);
    timeout(SOON, waker.notified()).await.unwrap();
    for _ in 0..3 {
        let notification = sqlx::query("select pg_notify('some_channel', '')");
        notification.execute(&pool).await.unwrap();
        timeout(SOON, waker.notified()).await.unwrap();
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_text_that_is_put_into_the_outbox_wakes_who_sends_it(pool: PgPool) {
    let mut desk = desk(&pool).await;
    let store = Store::with_clock(pool.clone(), Clock::database());
    let stop = CancellationToken::new();
    let services = Services::new(desk.service.clone(), None);
    let engine = Engine::start(store, services, None, None, &Health::default(), &stop);
    for round in 0..20 {
        let body = format!("text {round}");
        let message = desk.world.queue(desk.thread, &body).await;
        notify::outbox_filled(&pool).await.unwrap();
        let sent = timeout(SOON, desk.sends.recv()).await.unwrap();
        assert_eq!(sent, Some(body));
        // Who sends it goes to sleep after the mark; what comes while it is awake needs no waking.
        while desk.world.outbox_row(message).await.state != "sent" {
            tokio::task::yield_now().await;
        }
    }
    stop.cancel();
    timeout(SOON, engine.wait()).await.unwrap();
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_on_its_way_is_seen_through_before_it_stops(pool: PgPool) {
    let mut desk = desk(&pool).await;
    let store = Store::with_clock(pool.clone(), Clock::database());
    let message = desk.world.queue(desk.thread, "Hello").await;
    let stop = CancellationToken::new();
    let services = Services::new(desk.service.clone(), None);
    let engine = Engine::start(store, services, None, None, &Health::default(), &stop);
    timeout(SOON, desk.sends.recv()).await.unwrap();
    stop.cancel();
    timeout(SOON, engine.wait()).await.unwrap();
    assert_eq!(desk.world.outbox_row(message).await.state, "sent");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn texts_to_simulated_contacts_are_answered_by_themselves(pool: PgPool) {
    let desk = desk(&pool).await;
    let store = Store::with_clock(pool.clone(), Clock::database());
    let stop = CancellationToken::new();
    let contacts = Simulated::new(store.clone(), Behavior::IMMEDIATE);
    let services = Services::new(Arc::new(contacts), None);
    let mut changes = World::listen(&pool).await;
    let chatter = Chatter {
        every: Duration::from_secs(3600),
        at_most_waiting: 0,
    };
    let engine = Engine::start(
        store,
        services,
        None,
        Some(chatter),
        &Health::default(),
        &stop,
    );
    let campaign = desk.world.campaign().await;
    desk.world.change_campaign(campaign, ANY_HOUR).await;
    for _ in 0..3 {
        let thread = Thread::waiting(60);
        let thread = desk.world.thread(campaign, None, &thread).await;
        desk.world.queue(thread, "Can you come?").await;
        notify::outbox_filled(&pool).await.unwrap();
        timeout(SOON, changes.recv()).await.unwrap().unwrap();
        let texts = desk.world.thread_texts(thread).await;
        assert_eq!(texts.len(), 4, "{texts:?}");
        assert!(texts[3].starts_with("< "), "{texts:?}");
    }
    stop.cancel();
    timeout(SOON, engine.wait()).await.unwrap();
}
