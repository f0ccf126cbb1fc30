//! A texter who reads Spanish.

use super::english::in_both_languages;
use crate::http::tests::{Answer, TestApp};
use app::domain::{ApprovalLevel, ConversationId, ShownThread, Viewer};
use app::ports::{Approvals, Conversations, Requests};
use http::StatusCode;
use server_store::testing::World;
use sqlx::PgPool;

/// What a texter reads, page by page: their own conversations, one that another has now, one that is opted out, and
/// what they are refused.
async fn texters_pages(
    app: &TestApp,
    session: &str,
    threads: &[ConversationId],
) -> Vec<(String, Answer)> {
    let mut paths: Vec<_> = threads
        .iter()
        .map(|thread| format!("/texts/{thread}"))
        .collect();
    let others = [
        "/texts",
        "/texts?sent=1",
        "/texts?sent=first",
        "/texts?tagged=1",
        "/texts/past",
        "/texts/closed",
        "/texts/replies?campaign=1",
        "/texts/past?campaign=1",
        "/texts/closed?campaign=1",
        "/texts/done",
        "/escalated",
        "/account",
        "/account?done=renamed",
        "/account?done=language",
        "/account?done=password",
        "/nowhere",
        "/campaigns",
    ];
    paths.extend(others.map(str::to_owned));
    paths.push(format!("/texts?opted_out={}", threads[3]));
    paths.extend([0, 3].map(|n| format!("/texts/{}/opt-out", threads[n])));
    paths.push(format!("/texts/{}/earlier?before=1000000", threads[0]));
    let mut pages = Vec::new();
    for path in paths {
        let page = app.get_after_form(&path, session).await;
        pages.push((path, page));
    }
    for (path, form) in [
        (
            "/api/conversations/send",
            format!("conversation={}&lease_epoch=0&body=", threads[0]),
        ),
        (
            "/api/conversations/send",
            format!("conversation={}&lease_epoch=0&body=Hello", threads[2]),
        ),
        (
            "/api/conversations/tag",
            format!("conversation={}&lease_epoch=9", threads[0]),
        ),
        ("/api/requests/create", "pool=1&wanted=many".to_owned()),
        ("/api/account/rename", "name=".to_owned()),
        (
            "/api/session/change-password",
            "current=a+guess&new=tall+otter+paints+nine".to_owned(),
        ),
        (
            "/api/session/change-password",
            "current=a+guess&new=password1234".to_owned(),
        ),
    ] {
        pages.push((path.to_owned(), app.refused(session, path, &form).await));
    }
    let too_long = format!("body={}", "a".repeat(70_000));
    let refused = app
        .submit("/api/conversations/send", Some(session), &too_long)
        .await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    pages.push(("a form that is too long".to_owned(), refused));
    pages
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_meets_no_english_who_reads_spanish(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let legal = world.escalation_tag("Legal").await;
    let threads = [
        world.reply(campaign, &world.ann, 60).await,
        world.unsent(campaign, &world.ann).await,
        world.reply(campaign, &world.ann, 50).await,
        world.reply(campaign, &world.ann, 40).await,
        world.reply(campaign, &world.ann, 35).await,
    ];
    // What Ann has closed, and what Ben has escalated to a team of hers.
    let view = world.store.open(&world.ann, threads[4]).await.unwrap();
    let shown = ShownThread {
        lease_epoch: view.lease_epoch,
        last_message: view.messages.last().map(|message| message.id),
        messages: 2,
    };
    world
        .store
        .close(&world.ann, threads[4], shown)
        .await
        .unwrap();
    world.team_for("Legal", &[legal], &[&world.ann]).await;
    let escalated = world.reply(campaign, &world.ben, 30).await;
    world
        .store
        .tag(&world.ben, escalated, 0, vec![legal])
        .await
        .unwrap();
    world
        .store
        .send(&world.ann, threads[2], 0.into(), "At five".into())
        .await
        .unwrap();
    let taken = format!("assigned_to = {}, lease_epoch = 2", world.ben.member);
    world.change(threads[2], taken).await;
    world
        .change(threads[3], "opted_out = true".to_owned())
        .await;
    let app = TestApp::of(world);
    let session = app.sign_in(&app.world.ann).await;
    in_both_languages(&app, &session, async || {
        texters_pages(&app, &session, &threads).await
    })
    .await;
}

/// What becomes of a texter's requests, each of another texter, as their home page says it.
#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_meets_no_english_whatever_becomes_of_their_requests(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let vera = world.supervolunteer().await;
    let (pending, denied) = (world.texter().await, world.texter().await);
    let (filled, cut) = (world.texter().await, world.texter().await);
    let (refused, limited) = (world.texter().await, world.texter().await);
    let kept_back = world.texter().await;
    world.pending_request(&pending, 5).await;
    world.pending_request(&kept_back, 5).await;
    let request = world.pending_request(&denied, 5).await;
    world.store.deny(&vera, request, "Luego").await.unwrap();
    world.reply(campaign, &limited, 20).await;
    for (texter, wanted) in [(&filled, 1), (&cut, 9)] {
        world.pooled(campaign, 90).await;
        let general = world.general;
        world.store.create(texter, general, wanted).await.unwrap();
    }
    world
        .set_level(refused.member, ApprovalLevel::NotAllowed)
        .await;
    world.pooled(campaign, 90).await;
    let read = async |texter: &Viewer, state: &'static str| {
        let session = app.sign_in(texter).await;
        in_both_languages(&app, &session, async || {
            vec![(state.to_owned(), app.get("/texts", Some(&session)).await)]
        })
        .await;
    };
    for (texter, state) in [
        (&pending, "pending"),
        (&denied, "denied"),
        (&filled, "filled"),
        (&cut, "cut"),
        (&refused, "not allowed"),
    ] {
        read(texter, state).await;
    }
    world
        .change_rules(|rules| rules.most_open_replies = Some(1))
        .await;
    read(&limited, "at the limit").await;
    world
        .change_rules(|rules| rules.requests_enabled = false)
        .await;
    read(&world.ann, "disabled").await;
    read(&kept_back, "pending while disabled").await;
}
