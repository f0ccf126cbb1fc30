//! Forms and files that are on their way while their sender loses the right to send them.

use super::refusals::{ADMINS, DECIDERS, snapshot};
use super::{Answer, TestApp};
use app::domain::{MemberId, Role};
use axum::body::Body;
use futures::stream;
use http::{Request, StatusCode};
use server_store::testing::World;
use sqlx::PgPool;
use std::convert::Infallible;
use std::sync::Arc;
use tokio::sync::Notify;

const FORM: &str = "application/x-www-form-urlencoded";
const FILE: &str = "multipart/form-data; boundary=line";

/// Posts a form whose body is asked for before `meanwhile` begins, and arrives when that has ended.
pub(super) async fn half_sent<T>(
    app: &TestApp,
    path: &str,
    cookie: &str,
    form: &str,
    meanwhile: impl Future<Output = T>,
) -> (Answer, T) {
    half_sent_as(FORM, app, path, cookie, form, meanwhile).await
}

async fn half_sent_as<T>(
    content_type: &str,
    app: &TestApp,
    path: &str,
    cookie: &str,
    form: &str,
    meanwhile: impl Future<Output = T>,
) -> (Answer, T) {
    let (asked_for, rest) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let body = {
        let (asked_for, rest, form) = (asked_for.clone(), rest.clone(), form.to_owned());
        stream::once(async move {
            asked_for.notify_one();
            rest.notified().await;
            Ok::<_, Infallible>(form)
        })
    };
    let request = Request::post(path)
        .header("host", "baton.test")
        .header("accept", "text/html")
        .header("origin", "http://baton.test")
        .header("content-type", content_type)
        .header("cookie", cookie)
        .body(Body::from_stream(body))
        .unwrap();
    let meanwhile = async {
        asked_for.notified().await;
        let done = meanwhile.await;
        rest.notify_one();
        done
    };
    tokio::join!(app.answer(request), meanwhile)
}

/// Takes the right of an admin from a member, by one of the two ways.
async fn lose(world: &World, member: MemberId, demoted: bool) {
    if demoted {
        world.set_role(member, Role::Texter).await;
    } else {
        world.suspend(member).await;
    }
}

/// Gives it back.
async fn regain(world: &World, member: MemberId, demoted: bool) {
    if demoted {
        world.set_role(member, Role::Admin).await;
    } else {
        world.lift(member).await;
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_form_that_arrives_after_its_sender_was_suspended_or_demoted_writes_nothing(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    let admin = world.admin.member;
    for (number, (path, form)) in ADMINS.iter().chain(&DECIDERS).enumerate() {
        let demoted = number % 2 == 1;
        let cookie = app.sign_in(&world.admin).await;
        let losing = async {
            lose(world, admin, demoted).await;
            snapshot(world).await
        };
        let (refused, before) = half_sent(&app, path, &cookie, form, losing).await;
        assert!(
            refused.location().contains("__err"),
            "{path}: {} {}",
            refused.status,
            refused.location()
        );
        assert_eq!(snapshot(world).await, before, "{path}");
        regain(world, admin, demoted).await;
    }
    // What arrives while they may is saved.
    let cookie = app.sign_in(&world.admin).await;
    let path = "/api/teams/create";
    let (saved, ()) = half_sent(&app, path, &cookie, "title=Legal&priority=10", async {}).await;
    assert!(saved.location().starts_with("/teams/"), "{}", saved.body);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_that_arrives_after_its_sender_was_suspended_or_demoted_records_nothing(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    let admin = world.admin.member;
    let file = "--line\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n\
                firstName,lastName,cell\nMaya,Ito,2135550114\n\r\n--line--\r\n";
    for path in [
        "/opt-outs/import".to_owned(),
        format!("/campaigns/{campaign}/contacts"),
    ] {
        for demoted in [true, false] {
            let cookie = app.sign_in(&world.admin).await;
            let losing = async {
                lose(world, admin, demoted).await;
                snapshot(world).await
            };
            let (refused, before) = half_sent_as(FILE, &app, &path, &cookie, file, losing).await;
            assert!(
                refused.status.is_client_error(),
                "{path}: {}",
                refused.status
            );
            assert_eq!(snapshot(world).await, before, "{path}");
            regain(world, admin, demoted).await;
        }
        let cookie = app.sign_in(&world.admin).await;
        let (saved, ()) = half_sent_as(FILE, &app, &path, &cookie, file, async {}).await;
        assert_eq!(
            saved.status,
            StatusCode::SEE_OTHER,
            "{path}: {}",
            saved.body
        );
    }
}
