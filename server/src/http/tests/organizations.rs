//! One account in two organizations.

use super::half_sent_forms::half_sent;
use super::refusals::{ADMINS, DECIDERS, TEXTERS, snapshot};
use super::{PASSWORD, TestApp, sign_in_form};
use app::domain::{MemberId, OrganizationId, Role};
use http::StatusCode;
use server_store::testing::{World, noon};
use sqlx::PgPool;

/// The application of one organization, and another one of which its admin is a texter too: as that member.
async fn two(pool: PgPool) -> (TestApp, World, MemberId) {
    let app = TestApp::new(pool.clone()).await;
    let other = World::new(pool).await;
    other
        .change_settings(|settings| settings.name = "Turn Out".into())
        .await;
    let texter = other.join(&app.world.admin, Role::Texter).await;
    (app, other, texter.member)
}

async fn choose(app: &TestApp, cookie: &str, organization: OrganizationId) -> super::Answer {
    let form = format!("organization={organization}");
    app.submit("/api/session/choose-organization", Some(cookie), &form)
        .await
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_has_one_organization_has_no_choice_in_the_head(pool: PgPool) {
    let (app, other, texter) = two(pool).await;
    let ann = app.sign_in(&app.world.ann).await;
    let texts = app.get("/texts", Some(&ann)).await.body;
    assert!(!texts.contains("other-organization") && !texts.contains("?organization="));
    let admin = app.sign_in(&app.world.admin).await;
    let page = app.get("/campaigns", Some(&admin)).await.body;
    assert!(page.contains(">Turn Out</option>"), "{page}");
    other.suspend(texter).await;
    let page = app.get("/campaigns", Some(&admin)).await.body;
    assert!(!page.contains("Turn Out"), "a suspended membership is none");
    let refused = app
        .call(
            "/api/session/choose-organization",
            Some(&admin),
            &format!("organization={}", other.organization),
        )
        .await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    // Nor does anybody go where they are no member.
    let refused = choose(&app, &ann, other.organization).await;
    assert!(refused.cookie().is_none());
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_change_begins_a_new_session_that_lasts_no_longer_and_the_next_sign_in_leads_there(
    pool: PgPool,
) {
    let (app, other, texter) = two(pool).await;
    let before = app.sign_in(&app.world.admin).await;
    assert_eq!(app.get("/campaigns", Some(&before)).await.status, 200);
    app.world
        .store
        .clock
        .set(noon() + chrono::TimeDelta::days(3));
    let changed = choose(&app, &before, other.organization).await;
    assert_eq!(changed.location(), "/");
    let after = changed.cookie().unwrap();
    assert_ne!(after, before);
    assert_eq!(
        app.get("/texts", Some(&before)).await.location(),
        "/sign-in?next=%2Ftexts"
    );
    assert_eq!(app.get("/texts", Some(&after)).await.status, 200);
    assert_eq!(app.get("/campaigns", Some(&after)).await.status, 403);
    let since = "select extract(epoch from signed_in_at)::int8 from session";
    assert_eq!(app.world.count(since).await, noon().timestamp());
    let account = app.get("/account", Some(&after)).await.body;
    assert!(account.contains("in Turn Out"), "{account}");
    let email = app.world.email(&app.world.admin).await;
    let signed_in = app
        .submit(
            "/api/session/sign-in",
            None,
            &sign_in_form(&email, PASSWORD),
        )
        .await;
    let cookie = signed_in.cookie().unwrap();
    assert_eq!(app.get("/campaigns", Some(&cookie)).await.status, 403);
    // If it still may.
    other.suspend(texter).await;
    let signed_in = app
        .submit(
            "/api/session/sign-in",
            None,
            &sign_in_form(&email, PASSWORD),
        )
        .await;
    let cookie = signed_in.cookie().unwrap();
    assert_eq!(app.get("/campaigns", Some(&cookie)).await.status, 200);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_form_of_the_other_organizations_page_is_refused_and_writes_nothing(pool: PgPool) {
    let (app, other, texter) = two(pool).await;
    other.set_role(texter, Role::Admin).await;
    let first = app.sign_in(&app.world.admin).await;
    let page = app.get("/teams", Some(&first)).await.body;
    let (member, organization) = (app.world.admin.member, app.world.organization);
    let address = format!("/api/teams/create?viewer={member}&organization={organization}");
    let action = format!("action=\"{}\"", address.replace('&', "&amp;"));
    assert!(page.contains(&action), "{page}");
    let there = choose(&app, &first, other.organization)
        .await
        .cookie()
        .unwrap();
    let before = snapshot(&app.world).await;
    // It names nothing of the organization that it was made for; one without a name is from before there were two.
    for (address, sentence) in [
        (&*address, "You have changed to Turn Out"),
        ("/api/teams/create", "You are in Turn Out now."),
    ] {
        let refused = app
            .submit(address, Some(&there), "title=Legal&priority=10")
            .await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
        assert!(refused.body.contains(sentence), "{}", refused.body);
    }
    assert_eq!(snapshot(&app.world).await, before);
    let address = format!("/api/teams/create?organization={}", other.organization);
    let made = app
        .submit(&address, Some(&there), "title=Legal&priority=10")
        .await;
    assert!(
        made.location().starts_with("/teams/"),
        "{}",
        made.location()
    );
    assert_ne!(snapshot(&app.world).await, before);
    // Nor when that other one is lost.
    let back = choose(&app, &there, app.world.organization).await;
    let back = back.cookie().unwrap();
    other.suspend(texter).await;
    let refused = app
        .submit(&address, Some(&back), "title=Press&priority=10")
        .await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
    // The way out is never barred.
    let out = app.submit("/api/session/sign-out", Some(&back), "").await;
    assert_eq!(out.location(), "/sign-in");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_islands_of_the_other_organizations_page_ask_for_is_refused_and_writes_nothing(
    pool: PgPool,
) {
    let (app, other, member) = two(pool).await;
    other.set_role(member, Role::Admin).await;
    let first = app.sign_in(&app.world.admin).await;
    let old = format!("{}.admin", app.world.admin.member);
    assert!(app.get("/texts", Some(&first)).await.body.contains(&old));
    let there = choose(&app, &first, other.organization)
        .await
        .cookie()
        .unwrap();
    let before = snapshot(&app.world).await;
    let functions = ADMINS.iter().chain(&DECIDERS).chain(&TEXTERS);
    let functions = functions.filter(|(path, _)| !path.starts_with("/api/session/"));
    for (path, form) in functions {
        let refused = app.call_of_page(&old, path, &there, form).await;
        let (status, error) = refused.refusal();
        assert_eq!(status, 409, "{path}: {error:?}");
        let sentence = error.unwrap().to_string();
        assert!(sentence.contains("you are in Turn Out now"), "{sentence}");
        assert_eq!(refused.headers["baton-outdated"], "true", "{path}");
        // A beacon has no header.
        let beacon = format!("{path}?viewer={old}");
        let refused = app.call(&beacon, Some(&there), form).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{beacon}");
    }
    assert_eq!(snapshot(&app.world).await, before);
    // A page of this organization, whatever the role was when it was made, and one that says nothing.
    let page = app.get("/teams", Some(&there)).await.body;
    let (_, rest) = page.split_once("data-viewer=\"").unwrap();
    let (viewer, _) = rest.split_once('"').unwrap();
    let texter = viewer.replace("admin", "texter");
    for (title, viewer) in [("Legal", viewer), ("Press", &texter), ("Data", "")] {
        let form = format!("title={title}&priority=10");
        let made = app.call_of_page(viewer, "/api/teams/create", &there, &form);
        assert_eq!(made.await.status, StatusCode::OK, "{viewer}");
    }
    assert_ne!(snapshot(&app.world).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_session_that_ends_while_a_choice_is_on_its_way_is_not_gone_on_with(pool: PgPool) {
    let (app, other, _) = two(pool).await;
    for end in ["/api/session/sign-out-everywhere", "/api/session/sign-out"] {
        let cookie = app.sign_in(&app.world.admin).await;
        let words = format!("organization={}", other.organization);
        let path = "/api/session/choose-organization";
        let ending = app.submit(end, Some(&cookie), "");
        let (answer, _) = half_sent(&app, path, &cookie, &words, ending).await;
        let set = answer.headers.get_all("set-cookie").into_iter();
        let sessions: Vec<_> = set
            .filter_map(|cookie| cookie.to_str().ok()?.strip_prefix("baton_session="))
            .filter(|value| !value.starts_with(';'))
            .collect();
        assert!(sessions.is_empty(), "{end}: {sessions:?}");
    }
}
