//! A texter who reads Spanish.

use super::english::in_both_languages;
use crate::http::tests::{Answer, TestApp};
use app::domain::ConversationId;
use app::ports::Conversations;
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
        "/texts/done",
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
    world.escalation_tag("Legal").await;
    let threads = [
        world.reply(campaign, &world.ann, 60).await,
        world.unsent(campaign, &world.ann).await,
        world.reply(campaign, &world.ann, 50).await,
        world.reply(campaign, &world.ann, 40).await,
    ];
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
