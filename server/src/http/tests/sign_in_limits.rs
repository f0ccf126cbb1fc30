//! What signing in refuses, and whom it lets through all the same.

use super::{Answer, PASSWORD, TestApp, sign_in_form};
use crate::engine::EndedSessions;
use app::error::AppError;
use chrono::TimeDelta;
use http::StatusCode;
use server_store::testing::noon;
use sqlx::PgPool;

const SIGN_IN: &str = "/api/session/sign-in";

async fn attempt(app: &TestApp, device: Option<&str>, email: &str, password: &str) -> Answer {
    app.call(SIGN_IN, device, &sign_in_form(email, password))
        .await
}

async fn guesses(app: &TestApp, device: Option<&str>, email: &str, how_many: usize) {
    for _ in 0..how_many {
        attempt(app, device, email, "a guess of somebody").await;
    }
}

fn is_limited(answer: &Answer) -> bool {
    matches!(
        answer.refusal(),
        (429, Some(AppError::TooManyAttempts { .. }))
    )
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_guesses_does_not_lock_out_the_device_that_signed_in_before(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let email = app.world.email(&app.world.ann).await;
    let signed_in = attempt(&app, None, &email, PASSWORD).await;
    let set = signed_in.headers.get_all("set-cookie").into_iter();
    let mut set = set.map(|cookie| cookie.to_str().unwrap());
    let cookie = set
        .find(|cookie| cookie.starts_with("baton_device="))
        .unwrap();
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/api/session"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    let device = signed_in.cookie_named("baton_device").unwrap();

    guesses(&app, None, &email, 11).await;
    assert!(is_limited(&attempt(&app, None, &email, PASSWORD).await));
    let owner = attempt(&app, Some(&device), &email, PASSWORD).await;
    assert_eq!(owner.status, StatusCode::OK);
    assert_eq!(owner.cookie_named("baton_device"), Some(device.clone()));
    // What the token is worth to a thief: ten guesses.
    guesses(&app, Some(&device), &email, 10).await;
    assert!(is_limited(
        &attempt(&app, Some(&device), &email, PASSWORD).await
    ));
    app.world.store.clock.set(noon() + TimeDelta::minutes(1));
    let later = attempt(&app, Some(&device), &email, PASSWORD).await;
    assert_eq!(later.status, StatusCode::OK);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_device_is_known_to_its_own_accounts_only_and_stored_as_a_hash(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let email = app.world.email(&app.world.ann).await;
    let mallorys = app.world.email(&app.world.ben).await;
    let signed_in = attempt(&app, None, &mallorys, PASSWORD).await;
    let device = signed_in.cookie_named("baton_device").unwrap();
    guesses(&app, Some(&device), &email, 10).await;
    assert!(is_limited(
        &attempt(&app, Some(&device), &email, PASSWORD).await
    ));

    // A token that was planted does not become the owner's.
    app.world.store.clock.set(noon() + TimeDelta::hours(1));
    let owner = attempt(&app, Some(&device), &email, PASSWORD).await;
    assert_ne!(owner.cookie_named("baton_device").unwrap(), device);
    let (_, token) = device.split_once('=').unwrap();
    let stored: String = sqlx::query_scalar("select string_agg(d::text, ' ') from known_device d")
        .fetch_one(&app.world.store.pool)
        .await
        .unwrap();
    assert!(!stored.contains(token));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_account_remembers_twenty_devices_and_none_for_ever(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let email = app.world.email(&app.world.ann).await;
    for second in 0..22 {
        let now = noon() + TimeDelta::seconds(second);
        app.world.store.clock.set(now);
        let answer = attempt(&app, None, &email, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    assert_eq!(
        app.world
            .count(
                "select count(*) from known_device
                  where last_used_at >= timestamptz '2026-11-03 17:00:02+00'"
            )
            .await,
        20
    );
    assert_eq!(
        app.world.count("select count(*) from known_device").await,
        20
    );

    let later = noon() + TimeDelta::days(181);
    app.world.store.clock.set(later);
    let forgetting = EndedSessions::new(app.world.store.clone());
    forgetting.run_once().await.unwrap();
    for table in [
        "select count(*) from known_device",
        "select count(*) from session",
        "select count(*) from sign_in_bucket",
    ] {
        assert_eq!(app.world.count(table).await, 0, "{table}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn limits_do_not_tell_whether_an_e_mail_has_an_account(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let email = app.world.email(&app.world.ann).await;
    let mut answers = Vec::new();
    for email in [email.as_str(), "nobody@example.org"] {
        // Each in turn with an address that nobody has used.
        app.world
            .store
            .clock
            .set(noon() + TimeDelta::hours(answers.len().try_into().unwrap()));
        let mut said = Vec::new();
        for _ in 0..12 {
            said.push(
                attempt(&app, None, email, "a guess of somebody")
                    .await
                    .refusal(),
            );
        }
        answers.push(said);
    }
    assert_eq!(answers[0][9], (401, Some(AppError::WrongCredentials)));
    assert_eq!(answers[0][10].0, 429);
    assert_eq!(answers[0], answers[1]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_longer_than_any_is_refused_before_it_is_counted_or_hashed(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let email = app.world.email(&app.world.ann).await;
    for (email, password) in [
        (
            format!("{}@example.org", "x".repeat(60_000)),
            PASSWORD.to_owned(),
        ),
        (
            format!("{}@example.org", "x".repeat(243)),
            PASSWORD.to_owned(),
        ),
        (email.clone(), "x".repeat(1025)),
    ] {
        let answer = attempt(&app, None, &email, &password).await;
        assert!(matches!(
            answer.refusal(),
            (422, Some(AppError::Invalid(_)))
        ));
    }
    let counted = app.world.count("select count(*) from sign_in_bucket");
    assert_eq!(counted.await, 0);
    let longest = format!("{}@example.org", "x".repeat(242));
    let answer = attempt(&app, None, &longest, &"x".repeat(1024)).await;
    assert_eq!(answer.refusal().0, 401);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_refused_form_comes_back_with_its_e_mail_and_without_its_password(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let form = sign_in_form("ann@example.org", "a guess of somebody");
    let answer = app.submit(SIGN_IN, None, &form).await;
    assert_eq!(answer.status, StatusCode::FOUND);
    assert!(answer.location().starts_with("/sign-in?"));
    assert!(!answer.location().contains("guess"));
    let refusal = answer.cookie_named("baton_refusals");
    let page = app.get(answer.location(), refusal.as_deref()).await;
    assert!(page.body.contains("value=\"ann@example.org\""));
    assert!(page.body.contains(&AppError::WrongCredentials.to_string()));
}
