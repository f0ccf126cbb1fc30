//! Joining by a link, through the router.

use super::{Answer, PASSWORD, TestApp};
use app::domain::{InviteToken, InvitedRole, NewInvite, Role};
use app::error::AppError;
use app::ports::Invites;
use chrono::TimeDelta;
use http::StatusCode;
use server_store::testing::{World, noon};
use sqlx::PgPool;

const NEW: &str = "tall otter paints nine";

fn new(role: Role, uses: &str) -> NewInvite {
    NewInvite {
        role: InvitedRole::by(Role::Admin, role).unwrap(),
        teams: Vec::new(),
        level: None,
        days: "7".parse().unwrap(),
        uses: uses.parse().ok(),
    }
}

/// A link of the admin, for so many people; for any number if `uses` is empty.
pub(super) async fn link(world: &World, role: Role, uses: &str) -> InviteToken {
    let store = &world.store;
    let invite = store.create_invite(&world.admin, &new(role, uses)).await;
    let invite = store.invite(&world.admin, invite.unwrap()).await.unwrap();
    invite.token.unwrap()
}

async fn join(
    app: &TestApp,
    token: &InviteToken,
    name: &str,
    email: &str,
    password: &str,
) -> Answer {
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("token", token.as_str())
        .append_pair("name", name)
        .append_pair("email", email)
        .append_pair("password", password)
        .finish();
    app.submit("/api/session/join", None, &form).await
}

async fn members(app: &TestApp) -> i64 {
    app.world.count("select count(*) from member").await
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn somebody_new_joins_and_is_signed_in_there(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let token = link(&app.world, Role::Admin, "1").await;
    let page = app.get(&token.path(), None).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Join Vote Local"), "{}", page.body);
    assert!(page.body.contains("Ada invites you. Your role: Admin."));
    let answer = join(&app, &token, "Zoë Ng", " Zoe@Example.org ", NEW).await;
    assert_eq!(answer.location(), "/");
    let cookie = answer.cookie().unwrap();
    let people = app.get("/people", Some(&cookie)).await;
    assert_eq!(people.status, StatusCode::OK);
    assert!(people.body.contains("<strong>Zoë Ng</strong>"));
    let again = join(&app, &token, "Cy", "cy@example.org", NEW).await;
    assert!(again.cookie().is_none());
    assert_eq!(app.get(&token.path(), None).await.status, StatusCode::GONE);
    // The password is that of the account from now on.
    let form = super::sign_in_form("zoe@example.org", NEW);
    let signed_in = app.submit("/api/session/sign-in", None, &form).await;
    assert!(signed_in.cookie().is_some());
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_wrong_stands_beside_its_field_and_all_but_the_password_comes_back(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let token = link(&app.world, Role::Texter, "").await;
    let before = members(&app).await;
    for (name, email, password, field) in [
        (" ", "zoe@example.org", NEW, "name"),
        ("Zoë", "zoe", NEW, "email"),
        ("Zoë", "zoe@example.org", "short", "password"),
        ("Zoë", "zoe@example.org", "password1234", "password"),
        ("Zoë", "zoe@example.org", &*"x!".repeat(600), "password"),
    ] {
        let answer = join(&app, &token, name, email, password).await;
        assert!(answer.cookie().is_none());
        let location = answer.location();
        assert!(location.starts_with(&token.path()), "{location}");
        assert!(!location.contains("password1234") && !location.contains("otter"));
        let request = http::Request::get(location)
            .header("host", "baton.test")
            .header("cookie", answer.cookie_named("baton_refusals").unwrap());
        let page = app
            .send(request.body(axum::body::Body::empty()).unwrap())
            .await;
        let page = axum::body::to_bytes(page.into_body(), usize::MAX)
            .await
            .unwrap();
        let page = String::from_utf8_lossy(&page).into_owned();
        assert!(
            page.contains(&format!("id=\"{field}-error\"")),
            "{field}: {page}"
        );
        assert!(page.contains(&format!("value=\"{email}\"")), "{email}");
    }
    assert_eq!(members(&app).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn whoever_has_an_account_joins_with_its_password_and_with_no_other(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let other = World::new(pool).await;
    let token = link(&other, Role::Texter, "").await;
    let email = app.world.email(&app.world.ann).await;
    let before = members(&app).await;
    let wrong = join(&app, &token, "Not Ann", &email, NEW).await;
    assert!(wrong.cookie().is_none());
    assert!(wrong.location().starts_with(&token.path()));
    assert_eq!(members(&app).await, before);
    let right = join(&app, &token, "Not Ann", &email, PASSWORD).await;
    assert_eq!(right.location(), "/");
    assert_eq!(members(&app).await, before + 1);
    let name: String = sqlx::query_scalar("select name from account where email = $1")
        .bind(&email)
        .fetch_one(&app.world.store.pool)
        .await
        .unwrap();
    assert_eq!(name, "Ann", "the account keeps its name");
    // A member already: no use is counted, and the page of the link says so.
    let again = join(&app, &token, "", &email, PASSWORD).await;
    assert_eq!(again.location(), token.path());
    let page = app.get(&token.path(), Some(&again.cookie().unwrap())).await;
    assert!(
        page.body
            .contains("You are a member of Vote Local already.")
    );
    assert_eq!(app.world.count("select uses::int8 from invite").await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_form_that_is_sent_twice_at_once_joins_once_and_is_refused_neither_time(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let token = link(&app.world, Role::Texter, "").await;
    let before = members(&app).await;
    let zoe = || join(&app, &token, "Zoë Ng", "zoe@example.org", NEW);
    let (one, two) = tokio::join!(zoe(), zoe());
    assert!(one.cookie().is_some() && two.cookie().is_some());
    let mut locations = [one.location(), two.location()];
    locations.sort_unstable();
    assert_eq!(locations, ["/", &*token.path()]);
    assert_eq!(members(&app).await, before + 1);
    assert_eq!(app.world.count("select uses::int8 from invite").await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn guesses_at_an_accounts_password_are_limited_like_sign_ins(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let token = link(&app.world, Role::Texter, "").await;
    let email = app.world.email(&app.world.ben).await;
    for _ in 0..10 {
        join(&app, &token, "Ben", &email, "a guess of somebody").await;
    }
    let form = format!("token={}&name=Ben&email={email}&password=x", token.as_str());
    let refused = app.call("/api/session/join", None, &form).await.refusal();
    assert!(
        matches!(refused, (429, Some(AppError::TooManyAttempts { .. }))),
        "{refused:?}"
    );
    // Whoever has no account is not in their way, nor they in theirs.
    let new = join(&app, &token, "Cy", "cy@example.org", NEW).await;
    assert!(new.cookie().is_some());
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_tries_addresses_by_a_link_is_stopped_whether_they_have_an_account_or_not(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let token = link(&app.world, Role::Texter, "").await;
    let refusal = async |email: &str| {
        let form = format!("token={}&name=Ben&email={email}&password=x", token.as_str());
        app.call("/api/session/join", None, &form).await.refusal().0
    };
    for number in 0..100 {
        assert_eq!(refusal(&format!("somebody{number}@example.org")).await, 422);
    }
    let known = app.world.email(&app.world.ben).await;
    for email in ["nobody@example.org", &known] {
        assert_eq!(refusal(email).await, 429, "{email}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_is_signed_in_joins_with_one_button_under_a_new_session_id(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let other = World::new(pool).await;
    let token = link(&other, Role::Texter, "").await;
    let cookie = app.sign_in(&app.world.ann).await;
    let email = app.world.email(&app.world.ann).await;
    let page = app.get(&token.path(), Some(&cookie)).await;
    assert!(
        page.body.contains(&format!("Join as Ann ({email})")),
        "{}",
        page.body
    );
    let form = format!("token={}", token.as_str());
    let joined = app
        .submit("/api/session/join-as", Some(&cookie), &form)
        .await;
    assert_eq!(joined.location(), "/");
    let new = joined.cookie().unwrap();
    assert_ne!(new, cookie);
    assert_ne!(
        app.get("/texts", Some(&cookie)).await.status,
        StatusCode::OK
    );
    assert_eq!(app.get("/texts", Some(&new)).await.status, StatusCode::OK);
    let owner: i64 =
        sqlx::query_scalar("select (record->'whose'->>'organization')::bigint from session")
            .fetch_one(&app.world.store.pool)
            .await
            .unwrap();
    assert_eq!(owner, other.organization.0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_link_lifts_no_suspension(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let other = World::new(pool).await;
    let token = link(&app.world, Role::Texter, "").await;
    let theirs = link(&other, Role::Texter, "").await;
    let ann = app.world.email(&app.world.ann).await;
    let cookie = join(&app, &theirs, "", &ann, PASSWORD)
        .await
        .cookie()
        .unwrap();
    app.world.suspend(app.world.ann.member).await;
    let refused = join(&app, &token, "", &ann, PASSWORD).await;
    assert!(refused.cookie().is_none());
    let page = app.get(&token.path(), Some(&cookie)).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let form = format!("token={}", token.as_str());
    let refused = app.call("/api/session/join-as", Some(&cookie), &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let role: String = sqlx::query_scalar("select role::text from member where id = $1")
        .bind(app.world.ann.member.0)
        .fetch_one(&app.world.store.pool)
        .await
        .unwrap();
    assert_eq!(role, "suspended");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_link_that_does_not_work_says_why_and_writes_nothing(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let store = &app.world.store;
    let revoked = link(&app.world, Role::Texter, "").await;
    let listed = store.invites(&app.world.admin, None).await.unwrap();
    store
        .revoke_invite(&app.world.admin, listed.rows[0].id)
        .await
        .unwrap();
    let expired = link(&app.world, Role::Texter, "").await;
    store.clock.set(noon() + TimeDelta::days(7));
    let unknown: InviteToken = "abcdefghijklmnopqrstuvwx".parse().unwrap();
    let before = members(&app).await;
    for (token, status, sentence) in [
        (
            revoked,
            StatusCode::GONE,
            "It was revoked. Ask for a new one.",
        ),
        (
            expired,
            StatusCode::GONE,
            "It has expired. Ask for a new one.",
        ),
        (unknown, StatusCode::NOT_FOUND, "or it was never there"),
    ] {
        let page = app.get(&token.path(), None).await;
        assert_eq!(page.status, status);
        assert!(page.body.contains(sentence), "{}", page.body);
        let answer = join(&app, &token, "Cy", "cy@example.org", NEW).await;
        assert!(answer.cookie().is_none() && answer.status.is_redirection());
    }
    for path in ["/join/x", "/join/abcdefghijklmnopqrst%00wx", "/join/%C3%A9"] {
        assert_eq!(
            app.get(path, None).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    assert_eq!(members(&app).await, before);
}
