//! Invite links on the pages of admins, and their way by e-mail.

use super::TestApp;
use app::domain::MailFailure;
use app::error::AppError;
use app::ports::Invites;
use http::StatusCode;
use server_store::mail::{claim, give_up};
use server_store::testing::World;
use sqlx::PgPool;
use std::time::Duration;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_admin_makes_a_link_sees_it_with_its_code_and_revokes_it(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let form = "role=supervolunteer&level=&days=30&uses=25";
    let made = app.submit("/api/invites/create", Some(&admin), form).await;
    let page = made.location().to_owned();
    let page = app.get(&page, Some(&admin)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("value=\"http://baton.test/join/"),
        "{}",
        page.body
    );
    assert!(page.body.contains("class=\"qr-code\""));
    assert!(page.body.contains("0 of 25 joined"));
    for (form, field) in [
        ("role=owner&level=&days=7&uses=1", "role"),
        ("role=texter&level=x&days=7&uses=1", "level"),
        ("role=texter&level=&days=0&uses=1", "days"),
        ("role=texter&level=&days=7&uses=1.5", "uses"),
    ] {
        let refused = app.call("/api/invites/create", Some(&admin), form).await;
        let (status, error) = refused.refusal();
        let Some(AppError::Fields(errors)) = error else {
            panic!("{form}: {status} {error:?}");
        };
        assert!(errors.of(field).is_some(), "{form}");
    }
    let listed = app
        .world
        .store
        .invites(&app.world.admin, None)
        .await
        .unwrap();
    assert_eq!(listed.rows.len(), 1);
    let form = format!("invite={}", listed.rows[0].id);
    let revoked = app.submit("/api/invites/revoke", Some(&admin), &form).await;
    let page = app.follow(&revoked, &admin).await;
    assert!(page.body.contains("No one can join with it any more."));
    assert!(!page.body.contains("/join/"), "{}", page.body);
}

async fn mails(app: &TestApp) -> i64 {
    app.world.count("select count(*) from mail").await
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_link_goes_out_by_e_mail_to_addresses_of_which_nothing_is_said(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let form = "role=texter&level=&days=7&uses=2";
    app.submit("/api/invites/create", Some(&admin), form).await;
    let page = app.get("/people/invites/1", Some(&admin)).await.body;
    assert!(page.contains("Send it by e-mail"), "{page}");
    assert!(page.contains("2 more people can join with this link."));
    let send = async |addresses: &str| {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("invite", "1")
            .append_pair("addresses", addresses)
            .finish();
        app.submit("/api/invites/send", Some(&admin), &form).await
    };
    let many: String = (0..21).map(|n| format!("a{n}@b.org ")).collect();
    for (addresses, sentence) in [
        (" ", "Enter at least one"),
        (
            "ann@example.org, ben",
            "These are not e-mail addresses: ben.",
        ),
        (&*many, "At most 20 addresses"),
    ] {
        let refused = send(addresses).await;
        let location = refused.location();
        assert!(location.starts_with("/people/invites/1?"), "{location}");
        let cookies = format!(
            "{admin}; {}",
            refused.cookie_named("baton_refusals").unwrap()
        );
        let page = app.get(location, Some(&cookies)).await.body;
        assert!(page.contains(sentence), "{sentence}: {page}");
        // What was typed is still there.
        assert!(page.contains(addresses.trim()), "{addresses}");
    }
    assert_eq!(mails(&app).await, 0);
    let known = app.world.email(&app.world.ann).await;
    for address in [&*known, "cy@example.org"] {
        let sent = send(address).await;
        assert_eq!(sent.location(), "/people/invites/1?done=sent");
    }
    let more = send("a@b.org b@b.org c@b.org").await;
    let page = app.follow(&more, &admin).await.body;
    assert!(
        page.contains("but to more addresses than can join"),
        "{page}"
    );
    assert_eq!(mails(&app).await, 5);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn where_no_e_mail_is_sent_none_is_offered(pool: PgPool) {
    let app = TestApp::sending_mail(World::new(pool).await, false);
    let admin = app.sign_in(&app.world.admin).await;
    let form = "role=texter&level=&days=7&uses=2";
    app.submit("/api/invites/create", Some(&admin), form).await;
    let page = app.get("/people/invites/1", Some(&admin)).await.body;
    assert!(!page.contains("Send it by e-mail"), "{page}");
    let form = "invite=1&addresses=cy%40example.org";
    let refused = app.call("/api/invites/send", Some(&admin), form).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert_eq!(mails(&app).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_addresses_that_a_link_did_not_reach_are_named_as_long_as_it_is_open(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let store = &app.world.store;
    let admin = app.sign_in(&app.world.admin).await;
    let form = "role=texter&level=&days=7&uses=";
    app.submit("/api/invites/create", Some(&admin), form).await;
    let fail = async |addresses: &str| {
        let form = format!("invite=1&addresses={addresses}");
        app.submit("/api/invites/send", Some(&admin), &form).await;
        let (lease, age) = (Duration::from_secs(60), Duration::from_secs(3600));
        for mail in claim(store, 20, lease, age).await.unwrap() {
            give_up(store, &mail, MailFailure::Refused).await.unwrap();
        }
    };
    let shown = async |path: &str| app.get(path, Some(&admin)).await.body;
    let (list, page) = ("/people/invites", "/people/invites/1");
    assert!(!shown(list).await.contains("Not delivered"));
    assert!(!shown(page).await.contains("Not delivered"));
    fail("cy@b.org+dee@b.org").await;
    let found = shown(list).await;
    let sentence =
        "Not delivered: cy@b.org, dee@b.org. Check the address, or send the link yourself.";
    assert!(found.contains(sentence), "{found}");
    let found = shown(page).await;
    for said in [
        "cy@b.org: the mail server refused it, ",
        "Check these addresses",
    ] {
        assert!(found.contains(said), "{said}: {found}");
    }
    fail("eve@b.org+flo@b.org").await;
    let found = shown(list).await;
    assert!(found.contains("Not delivered to 4 addresses."), "{found}");
}
