//! What a page says a form has done.

use super::{TestApp, with_cookie};
use app::ports::{CampaignSetup, Conversations};
use axum::body::Body;
use http::Request;
use http::header::SET_COOKIE;
use sqlx::PgPool;

const SENTENCE: &str = "The team is created.";

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_was_done_is_said_once_and_by_no_link(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let form = "title=Legal&priority=10";
    let created = app.submit("/api/teams/create", Some(&admin), form).await;
    let set = created.headers[SET_COOKIE].to_str().unwrap();
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=60"] {
        assert!(set.contains(attribute), "{set}");
    }
    let page = app.follow(&created, &admin).await;
    assert!(page.body.contains(SENTENCE), "{}", page.body);
    let set = page.headers[SET_COOKIE].to_str().unwrap();
    assert!(set.contains("=1;") && set.contains("Max-Age=0"), "{set}");
    // Loaded again, from the history, or as a link of somebody else.
    for path in [created.location(), "/teams/1?don%65=created"] {
        let page = app.get(path, Some(&admin)).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.body.contains(SENTENCE), "{path}: {}", page.body);
        assert!(page.headers.get(SET_COOKIE).is_none(), "{path}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_page_that_was_fetched_may_still_be_loaded(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let form = "levels[0][member]=4&levels[0][was]=automatic&levels[0][level]=not_allowed";
    let saved = app
        .submit("/api/people/save-levels", Some(&admin), form)
        .await;
    let cookies = [admin.clone(), saved.set_cookies().join("; ")].join("; ");
    let request = Request::get(saved.location())
        .header("host", "baton.test")
        .header("accept", "text/html")
        .header("baton-navigation", "true");
    let request = with_cookie(request, Some(&cookies));
    let fetched = app.answer(request.body(Body::empty()).unwrap()).await;
    let sentence = "1 approval level saved.";
    assert!(fetched.body.contains(sentence), "{}", fetched.body);
    let set = fetched.headers[SET_COOKIE].to_str().unwrap();
    assert!(set.contains("Max-Age=5"), "{set}");
    let loaded = app.follow(&saved, &admin).await;
    assert!(loaded.body.contains(sentence), "{}", loaded.body);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn whatever_a_texter_did_is_said_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let ann = app.sign_in(&app.world.ann).await;
    let campaign = app.world.campaign().await;
    let opted_out = app.world.reply(campaign, &app.world.ann, 50).await;
    let reply = app.world.reply(campaign, &app.world.ann, 40).await;
    let of_page = format!("conversation={reply}&lease_epoch=0");
    let view = app.world.store.open(&app.world.ann, reply).await.unwrap();
    let (messages, last) = (view.messages.len(), view.messages.last().unwrap().id);
    let steps = [
        (
            "/api/conversations/opt-out",
            format!("conversation={opted_out}"),
            "has opted out. No one",
        ),
        (
            "/api/conversations/close",
            format!("{of_page}&messages={messages}&last_message={last}"),
            "The conversation with",
        ),
        (
            "/api/conversations/reopen",
            of_page.clone(),
            "is open again.",
        ),
        ("/api/conversations/tag", of_page, "tags were saved."),
    ];
    for (path, form, sentence) in steps {
        is_said_once(&app, &ann, path, &form, sentence).await;
    }
    let done = app.submit("/api/releases/mine", Some(&ann), "").await;
    let (_, release) = done.location().split_once("release=").unwrap();
    let form = format!("release={release}");
    is_said_once(
        &app,
        &ann,
        "/api/releases/undo-mine",
        &form,
        "You have 1 reply back",
    )
    .await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_decision_is_said_once(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let request = app.world.pending_request(&app.world.ann, 5).await;
    let form = format!("request={request}&reason=Not+today");
    is_said_once(
        &app,
        &admin,
        "/api/requests/deny",
        &form,
        "request is denied.",
    )
    .await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_not_archived_is_not_said_to_be_unarchived(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.sign_in(&app.world.admin).await;
    let campaign = app.world.campaign().await;
    let form = format!("campaign={campaign}");
    let unarchive = "/api/campaigns/unarchive";
    let sentence = "The campaign was not archived, so nothing was changed.";
    is_said_once(&app, &admin, unarchive, &form, sentence).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_not_paused_is_not_said_to_be_resumed(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let admin = app.sign_in(&world.admin).await;
    let campaign = world.campaign().await;
    world
        .store
        .pause(&world.admin, campaign, true)
        .await
        .unwrap();
    let form = format!("campaign={campaign}");
    let resume = "/api/campaigns/resume";
    is_said_once(&app, &admin, resume, &form, "The campaign is resumed.").await;
    // From a page that was opened before, by another admin perhaps.
    let sentence = "The campaign was not paused, so nothing was changed.";
    is_said_once(&app, &admin, resume, &form, sentence).await;
    world
        .store
        .archive(&world.admin, campaign, true)
        .await
        .unwrap();
    let refused = app.submit(resume, Some(&admin), &form).await;
    let location = refused.location();
    assert!(location.contains("__err="), "{location}");
}

/// Whether the page that a form leads to says what it did, and that page loaded again does not.
async fn is_said_once(app: &TestApp, cookie: &str, path: &str, form: &str, sentence: &str) {
    let done = app.submit(path, Some(cookie), form).await;
    let page = app.follow(&done, cookie).await;
    assert!(page.body.contains(sentence), "{path}: {}", page.body);
    let again = app.get(done.location(), Some(cookie)).await;
    assert_eq!(again.status, 200, "{path}");
    assert!(!again.body.contains(sentence), "{path}: {}", again.body);
}
