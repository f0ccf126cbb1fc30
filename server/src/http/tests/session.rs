use super::{PASSWORD, TestApp, sign_in_form};
use app::domain::Role;
use app::error::AppError;
use http::StatusCode;
use server_store::testing::World;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn signing_in_sets_a_cookie_that_only_the_server_reads_and_whose_id_is_not_stored(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let email = app.world.email(&app.world.admin).await;
    // Case and space around the e-mail do not matter.
    let form = sign_in_form(&format!(" {} ", email.to_uppercase()), PASSWORD);
    let answer = app.submit("/api/session/sign-in", None, &form).await;
    assert_eq!(answer.status, StatusCode::FOUND);
    assert_eq!(answer.location(), "/");
    let set_cookie = answer.headers["set-cookie"].to_str().unwrap();
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(set_cookie.contains(attribute), "{set_cookie}");
    }
    let cookie = answer.cookie().unwrap();
    assert_eq!(
        app.get("/campaigns", Some(&cookie)).await.status,
        StatusCode::OK
    );
    let (_, id) = cookie.split_once('=').unwrap();
    let stored: String = sqlx::query_scalar("select string_agg(s::text, ' ') from session s")
        .fetch_one(&app.world.store.pool)
        .await
        .unwrap();
    assert!(!stored.contains(id));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_wrong_password_reads_the_same_whoever_has_the_e_mail_and_the_right_one_of_who_is_suspended_does_not(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let email = app.world.email(&app.world.ann).await;
    let suspended = app.world.email(&app.world.ben).await;
    app.world.suspend(app.world.ben.member).await;
    let mut said = Vec::new();
    for form in [
        sign_in_form(&email, "not the password"),
        sign_in_form("nobody@example.org", PASSWORD),
        sign_in_form(&suspended, "not the password"),
    ] {
        let answer = app.call("/api/session/sign-in", None, &form).await;
        assert!(answer.cookie().is_none());
        said.push(answer.refusal());
    }
    assert_eq!(said[0], (401, Some(AppError::WrongCredentials)));
    assert!(said.iter().all(|answer| *answer == said[0]));
    // Whoever has the password may know what became of the account.
    let form = sign_in_form(&suspended, PASSWORD);
    let answer = app.call("/api/session/sign-in", None, &form).await;
    assert!(answer.cookie().is_none());
    assert_eq!(answer.refusal(), (403, Some(AppError::Suspended)));
    let answer = app.submit("/api/session/sign-in", None, &form).await;
    let page = app.follow(&answer, "").await.body;
    assert!(page.contains("Your account is suspended."), "{page}");
    assert_eq!(app.world.count("select count(*) from session").await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_is_suspended_in_one_organization_signs_in_to_the_other(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let other = TestApp::of(World::new(pool).await);
    other.world.join(&app.world.ann, Role::Texter).await;
    app.world.suspend(app.world.ann.member).await;
    let form = sign_in_form(&app.world.email(&app.world.ann).await, PASSWORD);
    let answer = app.submit("/api/session/sign-in", None, &form).await;
    assert_eq!(answer.location(), "/");
    assert!(answer.cookie().is_some());
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn after_ten_attempts_even_the_right_password_has_to_wait(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let email = app.world.email(&app.world.ann).await;
    for _ in 0..10 {
        app.call(
            "/api/session/sign-in",
            None,
            &sign_in_form(&email, "a guess"),
        )
        .await;
    }
    let answer = app
        .call(
            "/api/session/sign-in",
            None,
            &sign_in_form(&email, PASSWORD),
        )
        .await;
    assert!(matches!(
        answer.refusal(),
        (429, Some(AppError::TooManyAttempts { .. }))
    ));
    assert!(answer.cookie().is_none());
    // Nobody else waits for it.
    app.sign_in(&app.world.ben).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_session_id_from_before_is_not_the_signed_in_one(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let first = app.sign_in(&app.world.ann).await;
    let email = app.world.email(&app.world.admin).await;
    let again = app
        .submit(
            "/api/session/sign-in",
            Some(&first),
            &sign_in_form(&email, PASSWORD),
        )
        .await;
    assert_ne!(again.cookie().unwrap(), first);
    assert_ne!(app.get("/texts", Some(&first)).await.status, StatusCode::OK);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn signing_out_ends_the_session_for_whoever_kept_the_cookie(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    assert_eq!(
        app.get("/texts", Some(&cookie)).await.status,
        StatusCode::OK
    );
    let answer = app.submit("/api/session/sign-out", Some(&cookie), "").await;
    assert_eq!(answer.location(), "/sign-in");
    let after = app.get("/texts", Some(&cookie)).await;
    assert_eq!(after.location(), "/sign-in?next=%2Ftexts");
    assert_eq!(app.world.count("select count(*) from session").await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_suspension_works_at_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    app.world.suspend(app.world.ann.member).await;
    assert_eq!(
        app.get("/texts", Some(&cookie)).await.location(),
        "/sign-in?next=%2Ftexts"
    );
}
