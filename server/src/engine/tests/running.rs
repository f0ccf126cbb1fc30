//! The services as they run: woken, and stopped.

use super::Desk;
use crate::clock::Clock;
use crate::engine::{Chatter, Engine};
use crate::sms::Services;
use crate::sms::simulated::{Manner, Simulated};
use crate::store::{Store, notify};
use sqlx::PgPool;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

// Far less than the slow poll: who is not woken in this time was not woken.
const SOON: Duration = Duration::from_secs(15);

#[sqlx::test(migrations = "../migrations")]
async fn a_text_that_is_put_into_the_outbox_wakes_who_sends_it(pool: PgPool) {
    let mut desk = Desk::new(pool.clone()).await;
    let store = Store {
        pool: pool.clone(),
        clock: Clock::database(),
    };
    let stop = CancellationToken::new();
    let services = Services::new(desk.service.clone(), None);
    let engine = Engine::start(store, services, None, &stop);
    // The first may be found because it was there when the engine began to listen; the later ones
    // come while it sleeps.
    for body in ["one", "two", "three"] {
        desk.world.queue(desk.thread, body).await;
        notify::outbox_filled(&pool).await.unwrap();
        assert_eq!(
            timeout(SOON, desk.sends.recv()).await.unwrap().as_deref(),
            Some(body)
        );
    }
    stop.cancel();
    timeout(SOON, engine.wait()).await.unwrap();
    let unsent = "select count(*) from outbox where state <> 'sent'";
    assert_eq!(
        desk.world.count(unsent).await,
        0,
        "what was on its way was seen through"
    );
}

#[sqlx::test(migrations = "../migrations")]
async fn a_text_to_a_simulated_contact_is_answered_by_itself(pool: PgPool) {
    let desk = Desk::new(pool.clone()).await;
    let store = Store {
        pool: pool.clone(),
        clock: Clock::database(),
    };
    let stop = CancellationToken::new();
    let services = Services::new(
        Arc::new(Simulated::new(store.clone(), Manner::IMMEDIATE)),
        None,
    );
    let mut told = sqlx::postgres::PgListener::connect_with(&pool)
        .await
        .unwrap();
    told.listen(notify::CHANGES).await.unwrap();
    let chatter = Chatter {
        every: Duration::from_secs(3600),
        at_most_waiting: 0,
    };
    let engine = Engine::start(store, services, Some(chatter), &stop);
    desk.world.queue(desk.thread, "Can you come?").await;
    notify::outbox_filled(&pool).await.unwrap();
    timeout(SOON, told.recv()).await.unwrap().unwrap();
    let texts = desk.world.thread_texts(desk.thread).await;
    assert!(texts.last().unwrap().starts_with("< "), "{texts:?}");
    stop.cancel();
    timeout(SOON, engine.wait()).await.unwrap();
}
