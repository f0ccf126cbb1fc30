//! One's own account: name, password, and where one is signed in.

use super::{Answer, PASSWORD, TestApp, sign_in_form};
use app::domain::Viewer;
use app::error::AppError;
use http::StatusCode;
use sqlx::PgPool;

const NEW: &str = "tall otter paints nine";
const FIREFOX: &str = "Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0";

async fn change(app: &TestApp, cookie: &str, current: &str, new: &str) -> Answer {
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("current", current)
        .append_pair("new", new)
        .finish();
    app.call("/api/session/change-password", Some(cookie), &form)
        .await
}

/// Whether somebody signs in with this password.
async fn opens(app: &TestApp, viewer: &Viewer, password: &str) -> bool {
    let email: String = sqlx::query_scalar(
        "select a.email from account a join member m on m.account_id = a.id where m.id = $1",
    )
    .bind(viewer.member.0)
    .fetch_one(&app.world.store.pool)
    .await
    .unwrap();
    let form = sign_in_form(&email, password);
    let answer = app.call("/api/session/sign-in", None, &form).await;
    answer.cookie().is_some()
}

async fn is_signed_in(app: &TestApp, cookie: &str) -> bool {
    app.get("/account", Some(cookie)).await.status == StatusCode::OK
}

/// The sentence beside a field of a refused form.
fn beside(answer: &Answer, field: &str) -> Option<String> {
    match answer.refusal().1 {
        Some(AppError::Fields(errors)) => errors.of(field).map(str::to_owned),
        _ => None,
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_name_is_seen_by_others_and_one_that_is_none_is_given_back(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (ann, ben) = (
        app.sign_in(&app.world.ann).await,
        app.sign_in(&app.world.ben).await,
    );
    let answer = app
        .submit("/api/account/rename", Some(&ann), "name=+Zo%C3%AB+Ng+")
        .await;
    assert_eq!(answer.location(), "/account?done=renamed");
    let admin = app.sign_in(&app.world.admin).await;
    let people = app.get("/people", Some(&admin)).await.body;
    assert!(people.contains("<strong>Zoë Ng</strong>"), "{people}");
    assert!(
        !app.get("/account", Some(&ben))
            .await
            .body
            .contains("Zoë Ng")
    );
    for name in ["+", "Zo%0AMe", &"x".repeat(201)] {
        let form = format!("name={name}");
        let refused = app.call("/api/account/rename", Some(&ann), &form).await;
        let said = beside(&refused, "name");
        assert_eq!(
            said.as_deref(),
            Some("Enter a name of 1 to 200 characters, with at least one letter.")
        );
    }
    let page = app.get("/account", Some(&ann)).await.body;
    assert!(page.contains("<strong>Zoë Ng</strong>"), "the name stays");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn another_password_takes_the_old_one_and_is_hard_to_guess(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    for (current, new, field, sentence) in [
        (
            "not the password",
            NEW,
            "current",
            "This is not your current password.",
        ),
        (
            &"x".repeat(2000),
            NEW,
            "current",
            "This is not your current password.",
        ),
        (PASSWORD, "G7k!vq02Zp", "new", "Use at least 12 characters."),
        (
            PASSWORD,
            "password1234",
            "new",
            "This password is easy to guess",
        ),
        (PASSWORD, &"x!".repeat(1000), "new", "Use at most"),
        (
            PASSWORD,
            PASSWORD,
            "new",
            "This is the password that you have.",
        ),
    ] {
        let refused = change(&app, &cookie, current, new).await;
        let said = beside(&refused, field).unwrap_or_default();
        assert!(said.starts_with(sentence), "{new}: {said}");
        assert!(
            !refused.location().contains("otter"),
            "{}",
            refused.location()
        );
    }
    assert!(opens(&app, &app.world.ann, PASSWORD).await);
    let changed = change(&app, &cookie, PASSWORD, NEW).await;
    assert_eq!(changed.status, 200, "{}", changed.body);
    assert!(!opens(&app, &app.world.ann, PASSWORD).await);
    assert!(opens(&app, &app.world.ann, NEW).await);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn another_password_ends_every_session_but_the_one_it_was_changed_in(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (here, elsewhere) = (
        app.sign_in(&app.world.ann).await,
        app.sign_in(&app.world.ann).await,
    );
    let bens = app.sign_in(&app.world.ben).await;
    let changed = change(&app, &here, PASSWORD, NEW).await;
    assert!(is_signed_in(&app, &changed.cookie().unwrap()).await);
    // Nor does a copy of the cookie from before let anybody in.
    for ended in [&here, &elsewhere] {
        assert!(!is_signed_in(&app, ended).await);
    }
    assert!(is_signed_in(&app, &bens).await);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn of_two_changes_at_once_one_holds(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let here = app.sign_in(&app.world.ann).await;
    let other = "slow heron counts eleven";
    let (one, two) = tokio::join!(
        change(&app, &here, PASSWORD, NEW),
        change(&app, &here, PASSWORD, other)
    );
    let changed = [one.status, two.status].map(|status| status == StatusCode::OK);
    assert_eq!(changed.iter().filter(|changed| **changed).count(), 1);
    let [one, two] = [
        opens(&app, &app.world.ann, NEW).await,
        opens(&app, &app.world.ann, other).await,
    ];
    assert_eq!([one, two], changed);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn guesses_at_the_current_password_are_limited_like_sign_ins(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    for _ in 0..10 {
        change(&app, &cookie, "a guess", NEW).await;
    }
    let refused = change(&app, &cookie, PASSWORD, NEW).await.refusal();
    assert!(matches!(
        refused,
        (429, Some(AppError::TooManyAttempts { .. }))
    ));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn its_sessions_are_listed_and_all_of_them_end(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let email = app.world.email(&app.world.ann).await;
    let form = sign_in_form(&email, PASSWORD);
    let phone = app
        .submit_from(FIREFOX, "/api/session/sign-in", &form)
        .await
        .cookie()
        .unwrap();
    let unknown = app.sign_in(&app.world.ann).await;
    let bens = app.sign_in(&app.world.ben).await;
    let page = app.get("/account", Some(&phone)).await.body;
    assert_eq!(page.matches("Firefox on Android").count(), 1, "{page}");
    assert_eq!(page.matches("Unknown browser").count(), 1, "{page}");
    let here = page.split("This browser").next().unwrap();
    assert!(here.ends_with("Firefox on Android</strong> <span class=\"tag tag-started\">"));

    let answer = app
        .submit("/api/session/sign-out-everywhere", Some(&phone), "")
        .await;
    assert_eq!(answer.location(), "/sign-in?done=everywhere");
    for ended in [&phone, &unknown] {
        assert!(!is_signed_in(&app, ended).await);
    }
    assert!(is_signed_in(&app, &bens).await);
    let sign_in = app.follow(&answer, &phone).await.body;
    assert!(sign_in.contains("You are signed out everywhere."));
    assert!(opens(&app, &app.world.ann, PASSWORD).await);
}
