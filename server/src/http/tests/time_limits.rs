//! Every route ends, whatever the database does.

use super::TestApp;
use super::refusals::{ADMINS, DECIDERS, TEXTERS};
use crate::http::router::router_within;
use chrono::TimeDelta;
use server_store::testing::noon;
use sqlx::PgPool;
use std::time::Duration;

const LIMIT: Duration = Duration::from_millis(100);
/// What has not ended by then never will.
const DEADLINE: Duration = Duration::from_secs(10);

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn whoever_waits_for_the_database_is_answered_in_time(pool: PgPool) {
    let mut app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.admin).await;
    app.router = router_within(app.state.clone(), LIMIT);
    let mut locked = app.world.store.pool.begin().await.unwrap();
    sqlx::query("lock table session, member, inbound in access exclusive mode")
        .execute(&mut *locked)
        .await
        .unwrap();
    let functions = ADMINS.iter().chain(&DECIDERS).chain(&TEXTERS);
    for (path, form) in functions {
        let answer = tokio::time::timeout(DEADLINE, app.call(path, Some(&cookie), form));
        let answer = answer.await.unwrap_or_else(|_| panic!("{path}"));
        assert_eq!(answer.status, 503, "{path}");
        assert!(
            answer.body.contains("took too long"),
            "{path}: {}",
            answer.body
        );
    }
    for path in [
        "/",
        "/texts",
        "/campaigns",
        "/nowhere",
        "/releases.csv",
        "/events?stream=a&topics=texts",
        "/events?stream=a&topics=releases",
    ] {
        let answer = tokio::time::timeout(DEADLINE, app.get(path, Some(&cookie)));
        let answer = answer.await.unwrap_or_else(|_| panic!("{path}"));
        assert_eq!(answer.status, 503, "{path}");
        assert!(
            answer.body.contains("took too long"),
            "{path}: {}",
            answer.body
        );
    }
    locked.rollback().await.unwrap();
    app.router = router_within(app.state.clone(), DEADLINE);
    assert_eq!(app.get("/campaigns", Some(&cookie)).await.status, 200);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_session_that_cannot_be_renewed_still_opens_pages(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.admin).await;
    app.world.store.clock.set(noon() + TimeDelta::hours(2));
    let mut locked = app.world.store.pool.begin().await.unwrap();
    sqlx::query("select from session for update")
        .execute(&mut *locked)
        .await
        .unwrap();
    assert_eq!(app.get("/campaigns", Some(&cookie)).await.status, 200);
    locked.rollback().await.unwrap();
}
