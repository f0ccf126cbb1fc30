//! Links to choose a new password: who makes them, and that each works once.

use super::{PASSWORD, TestApp, sign_in_form};
use app::domain::Role;
use chrono::TimeDelta;
use http::StatusCode;
use server_auth::{link, make_link, send_link};
use server_store::members::{self, NewAccount};
use server_store::testing::noon;
use sqlx::PgPool;
use std::time::{Duration, Instant};

const NEW: &str = "tall+otter+paints+nine";

/// A link that the admin makes for Ann, as their browser is shown it.
async fn made(app: &TestApp, admin: &str) -> String {
    let form = format!("member={}", app.world.ann.member);
    let answer = app
        .submit("/api/people/password-link", Some(admin), &form)
        .await;
    let page = format!("/people/{}/password-link", app.world.ann.member);
    assert_eq!(answer.location(), page);
    let given = answer.cookie_named("baton_password_link").unwrap();
    let cookies = format!("{admin}; {given}");
    let shown = app.get(&page, Some(&cookies)).await;
    let (_, rest) = shown
        .body
        .split_once("http://baton.test/password/")
        .unwrap();
    let token = rest.split('<').next().unwrap().to_owned();
    let taken = shown.cookie_named("baton_password_link").unwrap();
    assert!(!taken.contains(&token), "the page deletes the cookie");
    let again = app.get(&page, Some(admin)).await;
    assert!(!again.body.contains("/password/"), "shown once");
    token
}

async fn choose(app: &TestApp, token: &str, new: &str) -> super::Answer {
    let form = format!("token={token}&new={new}");
    app.call("/api/session/choose-password", None, &form).await
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_link_works_once_and_ends_every_session(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let anns = app.sign_in(&app.world.ann).await;
    let email = app.world.email(&app.world.ann).await;
    let first = made(&app, &admin).await;
    let token = made(&app, &admin).await;
    assert_eq!(
        choose(&app, &first, NEW).await.status,
        404,
        "another was made"
    );
    let refused = choose(&app, &token, "password1234").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!refused.location().contains("password1234"));
    let page = format!("/password/{token}");
    assert_eq!(app.get(&page, None).await.status, StatusCode::OK);
    let other = "slow+heron+counts+eleven";
    let (one, two) = tokio::join!(choose(&app, &token, NEW), choose(&app, &token, other));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 404], "one of two wins");
    assert_eq!(app.get(&page, None).await.status, StatusCode::NOT_FOUND);
    let winner = if one.status == 200 { one } else { two };
    let here = winner.cookie().unwrap();
    assert_eq!(
        app.get("/account", Some(&here)).await.status,
        StatusCode::OK
    );
    assert_ne!(
        app.get("/account", Some(&anns)).await.status,
        StatusCode::OK
    );
    let old = app
        .call(
            "/api/session/sign-in",
            None,
            &sign_in_form(&email, PASSWORD),
        )
        .await;
    assert_eq!(old.status, StatusCode::UNAUTHORIZED);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_link_ends_after_an_hour_and_when_its_person_may_do_more(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let token = made(&app, &admin).await;
    app.world.store.clock.set(noon() + TimeDelta::hours(1));
    assert_eq!(choose(&app, &token, NEW).await.status, 404);
    let token = made(&app, &admin).await;
    let ann = app.world.ann.member;
    app.world.set_role(ann, Role::Owner).await;
    assert_eq!(choose(&app, &token, NEW).await.status, 404);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn nobody_makes_a_link_for_themselves_for_an_owner_or_into_another_organization(
    pool: PgPool,
) {
    let app = TestApp::new(pool.clone()).await;
    let other = TestApp::new(pool).await;
    let owner = app.world.owner.clone();
    let admin = app.sign_in(&app.world.admin).await;
    let refused = async |member| {
        let form = format!("member={member}");
        let path = "/api/people/password-link";
        app.call(path, Some(&admin), &form).await.status.as_u16()
    };
    assert_eq!(refused(app.world.admin.member).await, 422);
    assert_eq!(refused(owner.member).await, 403);
    assert_eq!(refused(other.world.ann.member).await, 404);
    other.world.join(&app.world.ann, Role::Texter).await;
    assert_eq!(refused(app.world.ann.member).await, 422);
    let links = app.world.count("select count(*) from password_reset");
    assert_eq!(links.await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn asking_by_e_mail_says_the_same_whoever_has_the_address(pool: PgPool) {
    let world = server_store::testing::World::new(pool).await;
    let app = TestApp::sending_mail(world, true);
    let email = app.world.email(&app.world.ann).await;
    let ask = async |email: &str| {
        let form = format!("email={email}");
        let path = "/api/session/forgotten-password";
        app.submit(path, None, &form).await.location().to_owned()
    };
    for email in [email.as_str(), "nobody@example.org"] {
        // From one network.
        for _ in 0..3 {
            assert_eq!(ask(email).await, "/forgotten-password?done=sent");
        }
        assert!(ask(email).await.contains("__err"), "limited");
    }
    let mails = app.world.count("select count(*) from mail");
    assert_eq!(mails.await, 6);
    let link_of_nobody = make_link(&app.world.store, "nobody@example.org").await;
    assert!(link_of_nobody.unwrap().is_none());
    let token = make_link(&app.world.store, &email).await.unwrap().unwrap();
    assert!(link("http://baton.test", &token).starts_with("http://baton.test/password/"));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_link_ends_with_the_right_of_its_maker_to_make_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let ann = world.ann.member;
    world.set_role(ann, Role::Admin).await;
    let cookie = app.sign_in(&world.admin).await;
    let token = made(&app, &cookie).await;
    let page = format!("/password/{token}");
    assert_eq!(app.get(&page, None).await.status, StatusCode::OK);
    // As much as the member may is enough, and no less.
    world
        .set_role(world.admin.member, Role::Supervolunteer)
        .await;
    assert_eq!(app.get(&page, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(choose(&app, &token, NEW).await.status, 404);
    // The link of somebody else, which takes its place, is none of theirs.
    world.set_role(world.admin.member, Role::Admin).await;
    let owner = app.sign_in(&world.owner).await;
    let token = made(&app, &owner).await;
    world.suspend(world.admin.member).await;
    let page = format!("/password/{token}");
    assert_eq!(app.get(&page, None).await.status, StatusCode::OK);
    assert_eq!(choose(&app, &token, NEW).await.status, StatusCode::OK);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_link_does_not_come_back_when_the_suspension_of_its_maker_is_lifted(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let cookie = app.sign_in(&world.admin).await;
    let token = made(&app, &cookie).await;
    world.suspend(world.admin.member).await;
    assert_eq!(choose(&app, &token, NEW).await.status, 404);
    world.lift(world.admin.member).await;
    assert_eq!(choose(&app, &token, NEW).await.status, 404);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_asks_for_an_e_mail_does_not_end_the_link_of_an_admin(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let store = &app.world.store;
    let email = app.world.email(&app.world.ann).await;
    let admin = app.sign_in(&app.world.admin).await;
    let token = made(&app, &admin).await;
    let (_, sent) = send_link(store, &email).await.unwrap().unwrap();
    let (_, later) = send_link(store, &email).await.unwrap().unwrap();
    let status = async |token: &str| app.get(&format!("/password/{token}"), None).await.status;
    assert_eq!(status(&token).await, StatusCode::OK);
    assert_eq!(status(&sent.to_string()).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&later.to_string()).await, StatusCode::OK);
    // Whichever is used ends the other.
    let chosen = choose(&app, &later.to_string(), NEW).await;
    assert_eq!(chosen.status, StatusCode::OK);
    assert_eq!(choose(&app, &token, NEW).await.status, 404);
    let token = made(&app, &admin).await;
    let (_, sent) = send_link(store, &email).await.unwrap().unwrap();
    assert_eq!(
        choose(&app, &token, "slow+heron+counts+eleven")
            .await
            .status,
        200
    );
    assert_eq!(status(&sent.to_string()).await, StatusCode::NOT_FOUND);
    // As does the end of what the person was when it was sent.
    let (_, sent) = send_link(store, &email).await.unwrap().unwrap();
    app.world.set_role(app.world.ann.member, Role::Admin).await;
    assert_eq!(status(&sent.to_string()).await, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn no_link_is_made_for_who_joins_another_organization_at_that_moment(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let other = server_store::testing::World::new(pool).await;
    let email = app.world.email(&app.world.ann).await;
    let account = NewAccount {
        email: &email,
        name: "Ann",
        password_hash: "none",
    };
    let mut joining = other.store.begin().await.unwrap();
    let added = members::add(&mut joining, other.organization, &account, Role::Texter);
    assert!(!added.await.unwrap().is_new);
    let admin = app.sign_in(&app.world.admin).await;
    let form = format!("member={}", app.world.ann.member);
    let making = app.call("/api/people/password-link", Some(&admin), &form);
    let committing = async {
        let waiting = "select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'";
        let deadline = Instant::now() + Duration::from_secs(10);
        while app.world.count(waiting).await == 0 {
            assert!(Instant::now() < deadline, "the link waits for nobody");
            tokio::task::yield_now().await;
        }
        joining.commit().await.unwrap();
    };
    let (refused, ()) = tokio::join!(making, committing);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let links = app.world.count("select count(*) from password_reset");
    assert_eq!(links.await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_is_suspended_in_another_organization_gets_no_link_of_an_admin_either(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let other = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    // A password that was chosen by it would open the other organization once the suspension is lifted.
    let there = other.world.join(&app.world.ann, Role::Texter).await;
    other.world.suspend(there.member).await;
    let form = format!("member={}", app.world.ann.member);
    let path = "/api/people/password-link";
    let refused = app.call(path, Some(&admin), &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let links = app.world.count("select count(*) from password_reset");
    assert_eq!(links.await, 0);
}
