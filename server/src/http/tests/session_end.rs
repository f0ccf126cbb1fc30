//! When a session ends, and that it does for good.

use super::TestApp;
use chrono::TimeDelta;
use http::StatusCode;
use server_auth::PgSessionStore;
use server_store::testing::noon;
use sqlx::PgPool;

/// Whether the cookie opens the texts so long after noon.
async fn opens(app: &TestApp, cookie: &str, after: TimeDelta) -> bool {
    app.world.store.clock.set(noon() + after);
    app.get("/texts", Some(cookie)).await.status == StatusCode::OK
}

/// How many times the session was written.
async fn written(app: &TestApp) -> i64 {
    app.world
        .count("select max(xmin::text::bigint) from session")
        .await
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_session_that_nobody_uses_ends_after_fourteen_days(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    let days = TimeDelta::days;
    assert!(opens(&app, &cookie, days(13)).await);
    // Fourteen days after that use, and thirteen after the sign-in's.
    assert!(opens(&app, &cookie, days(26)).await);
    assert!(!opens(&app, &cookie, days(40)).await);
    let sessions = PgSessionStore::new(app.world.store.clone());
    assert_eq!(sessions.delete_ended().await.unwrap(), 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_session_ends_after_ninety_days_however_it_is_used(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    for day in 1..90 {
        assert!(
            opens(&app, &cookie, TimeDelta::days(day)).await,
            "day {day}"
        );
    }
    assert!(!opens(&app, &cookie, TimeDelta::days(90)).await);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_cookie_lasts_as_long_as_the_session_can(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let email = app.world.email(&app.world.ann).await;
    let form = super::sign_in_form(&email, super::PASSWORD);
    let answer = app.submit("/api/session/sign-in", None, &form).await;
    let set = answer.headers.get_all("set-cookie").into_iter();
    let mut set = set.map(|cookie| cookie.to_str().unwrap());
    let session = set
        .find(|cookie| cookie.starts_with("baton_session="))
        .unwrap();
    assert!(session.ends_with("Max-Age=7776000"), "{session}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn use_is_written_once_an_hour_and_listening_is_no_use(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    let first = written(&app).await;
    for minute in [0, 1, 30, 59] {
        assert!(opens(&app, &cookie, TimeDelta::minutes(minute)).await);
    }
    assert_eq!(written(&app).await, first);
    app.world.store.clock.set(noon() + TimeDelta::hours(2));
    super::live::Events::open(&app, "texts", &cookie).await;
    assert_eq!(written(&app).await, first);
    assert!(opens(&app, &cookie, TimeDelta::hours(2)).await);
    let second = written(&app).await;
    assert_ne!(second, first);
    assert!(opens(&app, &cookie, TimeDelta::minutes(179)).await);
    assert_eq!(written(&app).await, second);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_suspension_that_is_lifted_brings_no_session_back(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    let member = app.world.ann.member;
    app.world.suspend(member).await;
    assert!(!opens(&app, &cookie, TimeDelta::zero()).await, "suspended");
    app.world.lift(member).await;
    assert!(!opens(&app, &cookie, TimeDelta::zero()).await, "lifted");
    let again = app.sign_in(&app.world.ann).await;
    assert!(opens(&app, &again, TimeDelta::zero()).await);
    // Nor is one left when they have signed out everywhere.
    let elsewhere = app.sign_in(&app.world.ann).await;
    app.submit("/api/session/sign-out-everywhere", Some(&elsewhere), "")
        .await;
    assert!(!opens(&app, &again, TimeDelta::zero()).await);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_session_from_before_the_epoch_goes_on_until_a_suspension(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    app.world
        .execute("update session set record = record #- '{whose,epoch}'".into())
        .await;
    assert!(opens(&app, &cookie, TimeDelta::zero()).await);
    let member = app.world.ann.member;
    app.world.suspend(member).await;
    app.world.lift(member).await;
    assert!(!opens(&app, &cookie, TimeDelta::zero()).await);
}
