//! Somebody else has signed in since a page was opened in the same browser, and a form of it is sent without a script.

use super::TestApp;
use super::invites::link;
use super::refusals::{ADMINS, DECIDERS, TEXTERS, snapshot};
use app::domain::Role;
use http::StatusCode;
use server_store::testing::{Thread, World};
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_form_of_a_page_of_somebody_else_is_refused_and_keeps_the_words(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (campaign, ann, ben) = (
        app.world.campaign().await,
        app.world.ann.clone(),
        app.world.ben.clone(),
    );
    let anns = app.sign_in(&ann).await;
    // Of hers, which was released and is his by the time that he sends.
    let reply = app
        .world
        .thread(campaign, Some(&ben), &Thread::waiting(30))
        .await;
    let page = app.get("/texts", Some(&anns)).await.body;
    assert!(
        page.contains(&format!("?viewer={}\"", ann.member)),
        "{page}"
    );
    let bens = app.sign_in(&ben).await;
    let page = app.get(&format!("/texts/{reply}"), Some(&bens)).await.body;
    let own = format!("/api/conversations/send?viewer={}", ben.member);
    assert!(page.contains(&format!("action=\"{own}\"")), "{page}");
    let before = snapshot(&app.world).await;
    let epoch = app.world.epoch(reply).await;
    let form =
        format!("conversation={reply}&first=false&lease_epoch={epoch}&body=At+seven,+%3Cthen%3E.");
    let hers = format!("/api/conversations/send?viewer={}", ann.member);
    let refused = app.submit(&hers, Some(&bens), &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    for words in [
        "opened by someone else",
        "Nothing was saved or sent.",
        "At seven, &lt;then&gt;.</textarea>",
    ] {
        assert!(refused.body.contains(words), "{}", refused.body);
    }
    assert_eq!(
        refused.body.matches("<textarea").count(),
        1,
        "{}",
        refused.body
    );
    assert_eq!(snapshot(&app.world).await, before);
    // His own is not.
    let sent = app.submit(&own, Some(&bens), &form).await;
    assert_eq!(sent.location(), "/texts?sent=1", "{}", sent.body);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn so_is_every_other_form_and_every_upload(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (ann, admin) = (app.world.ann.member, app.world.admin.clone());
    let campaign = app.world.campaign().await;
    let cookie = app.sign_in(&admin).await;
    let before = snapshot(&app.world).await;
    let functions = ADMINS.iter().chain(&DECIDERS).chain(&TEXTERS);
    let functions = functions.filter(|(path, _)| !path.starts_with("/api/session/"));
    for (path, form) in functions {
        let refused = app
            .submit(&format!("{path}?viewer={ann}"), Some(&cookie), form)
            .await;
        assert_eq!(
            refused.status,
            StatusCode::CONFLICT,
            "{path}: {}",
            refused.body
        );
    }
    for path in [
        format!("/campaigns/{campaign}/contacts"),
        "/opt-outs/import".to_owned(),
    ] {
        let page = path
            .trim_end_matches("/contacts")
            .trim_end_matches("/import");
        let page = app.get(page, Some(&cookie)).await.body;
        let form = format!("action=\"{path}?viewer={}\"", admin.member);
        assert!(page.contains(&form), "{page}");
        let file = b"first_name,cell\nMaya,2135550114\n";
        let refused = app
            .upload(&format!("{path}?viewer={ann}"), &cookie, file)
            .await;
        assert_eq!(
            refused.status,
            StatusCode::CONFLICT,
            "{path}: {}",
            refused.body
        );
    }
    assert_eq!(snapshot(&app.world).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn nobody_joins_or_is_signed_out_by_a_page_that_names_somebody_else(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let other = World::new(pool).await;
    let token = link(&other, Role::Texter, "").await;
    let (ann, ben) = (app.world.ann.clone(), app.world.ben.clone());
    let anns = app.sign_in(&ann).await;
    let page = app.get(&token.path(), Some(&anns)).await.body;
    let join = format!("/api/session/join-as?viewer={}", ann.member);
    assert!(page.contains(&format!("action=\"{join}\"")), "{page}");
    let page = app.get("/account", Some(&anns)).await.body;
    let out = format!("/api/session/sign-out-everywhere?viewer={}", ann.member);
    assert!(page.contains(&format!("action=\"{out}\"")), "{page}");
    let bens = app.sign_in(&ben).await;
    let form = format!("token={}", token.as_str());
    let before = snapshot(&app.world).await;
    for path in [&join, &out] {
        let refused = app.submit(path, Some(&bens), &form).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{path}");
        assert!(
            refused.body.contains("opened by someone else"),
            "{}",
            refused.body
        );
    }
    assert_eq!(snapshot(&app.world).await, before);
    // Her own is not.
    let joined = app.submit(&join, Some(&anns), &form).await;
    assert_eq!(joined.location(), "/", "{}", joined.body);
}
