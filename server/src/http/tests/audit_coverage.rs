//! The audit log: which server functions leave an event in it. One that is in no list here fails a test.

use super::bulk_actions::leave_running;
use super::invites::link;
use super::refusals::{ADMINS, ANYBODY, DECIDERS, TEXTERS};
use super::{PASSWORD, TestApp, first_steps};
use app::domain::Role;
use server_auth::make_link;
use server_store::organizations::setup_code;
use server_store::testing::{Thread, World};
use sqlx::PgPool;
use std::collections::BTreeSet;

/// The functions for admins that leave no event, because they change nothing.
const ADMINS_WITHOUT: [(&str, &str); 7] = [
    ("/api/campaigns/get-autoassign", "reads"),
    ("/api/releases/preview", "reads"),
    ("/api/releases/progress", "reads"),
    ("/api/numbers/try", "asks the carrier"),
    (
        "/api/numbers/change-service",
        "there is no account at another one, so it is as it was",
    ),
    (
        "/api/contacts/discard-upload",
        "nothing of it was on a campaign",
    ),
    (
        "/api/releases/cancel",
        "there is nothing to stop: the release has ended",
    ),
];

/// The other functions that leave none.
const OTHERS_WITHOUT: [(&str, &str); 19] = [
    ("/api/requests/create", "is among the requests"),
    ("/api/requests/cancel", "is among the requests"),
    ("/api/requests/texter-home", "reads"),
    ("/api/conversations/send", "is in the conversation"),
    ("/api/conversations/save-draft", "is nobody else's"),
    ("/api/conversations/tag", "is in the conversation"),
    (
        "/api/conversations/take-escalated",
        "is among the assignments",
    ),
    ("/api/reviews/answer", "is in the conversation"),
    ("/api/reviews/prepare-bulk", "changes nothing yet"),
    ("/api/conversations/opt-out", "is in the conversation"),
    ("/api/conversations/close", "is in the conversation"),
    ("/api/conversations/reopen", "is in the conversation"),
    ("/api/conversations/watch", "is nobody else's"),
    ("/api/releases/dismiss-notices", "is nobody else's"),
    ("/api/session/choose-organization", "changes a session"),
    ("/api/session/sign-in", "begins a session"),
    ("/api/session/sign-out", "ends a session"),
    ("/api/session/language", "is one's own"),
    (
        "/api/session/forgotten-password",
        "anybody asks; what comes of it is an event",
    ),
];

async fn count(app: &TestApp) -> i64 {
    app.world.count("select count(*) from audit_event").await
}

/// The newest action of the log.
async fn newest(app: &TestApp) -> String {
    sqlx::query_scalar("select action from audit_event order by id desc limit 1")
        .fetch_one(&app.world.store.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn every_change_of_an_admin_leaves_an_event(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    app.world.reply(campaign, &app.world.ann, 300).await;
    let draft = app.world.campaign().await;
    app.world.reply(draft, &app.world.ann, 300).await;
    app.world
        .change_campaign(draft, "started_at = null, script = 'Hi'")
        .await;
    let archived = app.world.campaign().await;
    app.world.reply(archived, &app.world.ann, 300).await;
    app.world
        .change_campaign(archived, "archived_at = now()")
        .await;
    let world = &app.world;
    world.unsent(campaign, &world.ann).await;
    // One is removed, the other is deleted with those who are unmessaged.
    world.unsent(campaign, &world.ben).await;
    // One whom a second pass takes: texted four days ago, without an answer.
    let silent = Thread {
        outbound: vec![4 * 24 * 60],
        inbound: vec![],
        claimed: Some(4 * 24 * 60),
        drafted: None,
    };
    world.thread(campaign, Some(&world.ann), &silent).await;
    let file = "firstName,lastName,cell\nAda,Byron,2125550177\n";
    world.upload(campaign, file).await;
    world.upload(draft, file).await;
    world.unmatched_text("SM1", "72345", "Your code").await;
    world
        .unmatched_text("SM2", "+13035550101", "Who is this?")
        .await;
    let admin = app.sign_in(&app.world.admin).await;
    for (path, form) in ADMINS {
        let before = count(&app).await;
        let answer = app.call(path, Some(&admin), form).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.body);
        let left = count(&app).await - before;
        if ADMINS_WITHOUT.iter().any(|(without, _)| *without == path) {
            assert_eq!(left, 0, "{path}");
        } else {
            assert!(left > 0, "{path} leaves no event");
        }
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn so_does_what_others_decide_release_and_do_to_their_accounts(pool: PgPool) {
    let mut called = BTreeSet::new();
    let fresh = first_steps::empty(pool.clone()).await;
    let code = setup_code(&pool).await.unwrap().unwrap();
    let form = first_steps::form(&code, "ada@example.org");
    let path = "/api/session/set-up";
    fresh.submit(path, None, &form).await;
    assert_eq!(newest(&fresh).await, "organization_created");
    called.insert(path);

    let app = TestApp::new(pool.clone()).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    world.pooled(campaign, 200).await;
    let mut leaves = async |path: &'static str, cookie: Option<&str>, form: &str, action: &str| {
        let before = count(&app).await;
        let answer = app.submit(path, cookie, form).await;
        let because = format!("{path}: {} {}", answer.location(), answer.body);
        assert!(count(&app).await > before, "{because}");
        assert_eq!(newest(&app).await, action, "{because}");
        called.insert(path);
        answer.cookie()
    };
    let admin = app.sign_in(&world.admin).await;
    let admin = Some(admin.as_str());
    let request = world.pending_request(&world.ben, 1).await;
    let form = format!("request={request}");
    leaves("/api/requests/approve", admin, &form, "request_approved").await;
    let request = world.pending_request(&world.ben, 1).await;
    let form = format!("request={request}&reason=Later");
    leaves("/api/requests/deny", admin, &form, "request_denied").await;

    let ann = app.sign_in(&world.ann).await;
    let ann = Some(ann.as_str());
    leaves("/api/releases/mine", ann, "", "release_started").await;
    let release = world.count("select max(id) from release").await;
    let form = format!("release={release}");
    leaves("/api/releases/undo", ann, &form, "release_undone").await;
    leaves("/api/releases/mine", ann, "", "release_started").await;
    let release = world.count("select max(id) from release").await;
    let form = format!("release={release}");
    leaves("/api/releases/undo-mine", ann, &form, "release_undone").await;

    let prepared = "matching=true&change=unassign&back=/review";
    app.submit("/api/reviews/prepare-bulk", admin, prepared)
        .await;
    let path = "/api/reviews/start-bulk";
    leaves(path, admin, "action=1", "bulk_action_started").await;
    let path = "/api/reviews/undo-bulk";
    leaves(path, admin, "action=1", "release_undone").await;
    // One that is not over yet.
    app.submit("/api/reviews/prepare-bulk", admin, prepared)
        .await;
    app.submit("/api/reviews/start-bulk", admin, "action=2")
        .await;
    leave_running(world, 2).await;
    let path = "/api/reviews/stop-bulk";
    leaves(path, admin, "action=2", "release_stopped").await;

    let email = app.world.email(&world.ben).await;
    let token = make_link(&world.store, &email).await.unwrap().unwrap();
    assert_eq!(newest(&app).await, "password_link_made");
    let form = format!("token={token}&new=slow+heron+counts+eleven");
    let path = "/api/session/choose-password";
    leaves(path, None, &form, "password_reset").await;
    leaves("/api/account/rename", ann, "name=Anna", "member_renamed").await;
    let old = PASSWORD.replace(' ', "+");
    let form = format!("current={old}&new=tall+otter+paints+nine");
    let path = "/api/session/change-password";
    let admin = leaves(path, admin, &form, "password_changed").await;
    let path = "/api/session/sign-out-everywhere";
    leaves(path, admin.as_deref(), "", "signed_out_everywhere").await;

    let other = World::new(pool).await;
    let token = link(&other, Role::Texter, "").await;
    let token = token.as_str();
    let form = format!("token={token}");
    leaves("/api/session/join-as", ann, &form, "joined").await;
    let form =
        format!("token={token}&name=Zo&email=zo@example.org&password=slow+heron+counts+eleven");
    leaves("/api/session/join", None, &form, "joined").await;

    called.extend(OTHERS_WITHOUT.map(|(path, _)| path));
    let others = DECIDERS.iter().chain(&TEXTERS).map(|(path, _)| *path);
    assert_eq!(called, others.chain(ANYBODY).collect());
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_refused_leaves_none(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let before = count(&app).await;
    let ann = app.sign_in(&app.world.ann).await;
    let ann = Some(ann.as_str());
    let form = "current=not+hers&new=tall+otter+paints+nine";
    for (path, form) in [
        ("/api/tags/create", "title=Press"),
        ("/api/releases/undo", "release=1"),
        ("/api/session/change-password", form),
    ] {
        let answer = app.call(path, ann, form).await;
        assert!(!answer.status.is_success(), "{path}");
    }
    assert_eq!(count(&app).await, before);
}
