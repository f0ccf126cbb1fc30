//! The end of a stream: at once when its listener loses access, and with the server.

use super::Events;
use crate::http::tests::TestApp;
use app::domain::Role;
use futures::StreamExt;
use sqlx::PgPool;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// The time limit of an end, which takes milliseconds. It is longer than the promised second, for a machine that is
/// busy with other tests.
const END_TIMEOUT: Duration = Duration::from_secs(3);

impl Events {
    /// Whether it ends in time; what is sent until then does not matter.
    async fn ends(&mut self) -> bool {
        let deadline = Instant::now() + END_TIMEOUT;
        loop {
            match timeout_at(deadline, self.body.next()).await {
                Ok(Some(_)) => {}
                Ok(None) => return true,
                Err(_) => return false,
            }
        }
    }
}

const STREAMS: [&str; 6] = [
    "campaigns",
    "releases",
    "figures.assignment",
    "figures.requests",
    "requests",
    "texts",
];

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_suspension_ends_every_stream(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let listener = app.world.member(Role::Admin).await;
    let cookie = app.sign_in(&listener).await;
    let mut streams = Vec::new();
    for path in STREAMS {
        streams.push((path, Events::open(&app, path, &cookie).await));
    }
    app.world.suspend(listener.member).await;
    for (path, mut events) in streams {
        assert!(events.ends().await, "{path}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn signing_out_in_another_window_ends_the_streams_of_this_session_only(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let listener = app.world.member(Role::Admin).await;
    let cookie = app.sign_in(&listener).await;
    let elsewhere = app.sign_in(&listener).await;
    let mut streams = Vec::new();
    for path in STREAMS {
        streams.push((path, Events::open(&app, path, &cookie).await));
    }
    let mut phone = Events::open(&app, "texts", &elsewhere).await;
    app.submit("/api/session/sign-out", Some(&cookie), "").await;
    for (path, mut events) in streams {
        assert!(events.ends().await, "{path}");
    }
    // It receives a change that comes later, and so has not ended.
    phone.next().await;
    app.world.suspend(listener.member).await;
    assert!(phone.ends().await);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_demotion_ends_what_the_new_role_may_not_hear(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let listener = app.world.member(Role::Admin).await;
    let cookie = app.sign_in(&listener).await;
    let mut campaigns = Events::open(&app, "campaigns", &cookie).await;
    let mut requests = Events::open(&app, "requests", &cookie).await;
    app.world
        .set_role(listener.member, Role::Supervolunteer)
        .await;
    assert!(campaigns.ends().await);
    app.world.set_role(listener.member, Role::Texter).await;
    assert!(requests.ends().await);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_session_has_twelve_streams_open_and_the_oldest_makes_room(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let ann = app.sign_in(&app.world.ann).await;
    let ben = app.sign_in(&app.world.ben).await;
    let mut of_ben = Events::open(&app, "texts", &ben).await;
    let mut of_ann = Vec::new();
    for _ in 0..13 {
        of_ann.push(Events::open(&app, "texts", &ann).await);
    }
    assert!(of_ann[0].ends().await);
    of_ann[1].next().await;
    of_ben.next().await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn streams_end_when_the_server_does(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.admin).await;
    let mut events = Events::open(&app, "campaigns", &cookie).await;
    app.ending.cancel();
    let end = tokio::time::timeout(Duration::from_secs(10), events.body.next()).await;
    assert!(end.expect("an end in time").is_none());
}
