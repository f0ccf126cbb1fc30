//! The functions that are for anybody: each is answered alike, whoever asks.

use super::super::invites::link;
use super::super::refusals::ANYBODY;
use super::super::{TestApp, sign_in_form};
use super::rows::rows;
use super::{ROLES, cookie_of, suspended};
use app::domain::Role;
use http::StatusCode;
use server_auth::make_link;
use server_store::testing::{PASSWORD, World};
use sqlx::PgPool;
use std::collections::BTreeSet;

/// Each with a form that is valid now, and what it is answered with. `round` tells the forms of one caller from those of
/// another, where they make or change something.
async fn forms(
    world: &World,
    token: &str,
    round: usize,
) -> [(&'static str, String, StatusCode); 7] {
    let [ann, ben] = [world.email(&world.ann).await, world.email(&world.ben).await];
    let link = make_link(&world.store, &ann).await.unwrap().unwrap();
    let done = StatusCode::OK;
    [
        ("/api/session/sign-in", sign_in_form(&ben, PASSWORD), done),
        (
            "/api/session/join",
            format!(
                "token={token}&name=Zo&email=zo{round}@example.org&password=slow+heron+counts+eleven"
            ),
            done,
        ),
        (
            "/api/session/choose-password",
            format!("token={link}&new=slow+heron+counts+{round}+times"),
            done,
        ),
        (
            "/api/session/forgotten-password",
            // A limit of its own for each address, whether or not somebody has it.
            format!("email=zo{round}@example.org"),
            done,
        ),
        (
            "/api/session/language",
            format!("language={}", ["en", "es"][round % 2]),
            done,
        ),
        // There is an organization: whoever has no code finds nothing here, and a code there is none.
        (
            "/api/session/set-up",
            "code=AAAA-AAAA&organization=Mine&name=Eve&email=eve@example.org\
             &password=slow+heron+counts+eleven"
                .to_owned(),
            StatusCode::NOT_FOUND,
        ),
        // The last, because it ends the session.
        ("/api/session/sign-out", String::new(), done),
    ]
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_for_anybody_is_answered_alike_whoever_asks(pool: PgPool) {
    let app = TestApp::new(pool.clone()).await;
    let world = &app.world;
    let token = link(world, Role::Texter, "").await;
    let mut callers = vec![
        ("nobody", None),
        ("who is suspended", Some(suspended(&app).await)),
    ];
    for role in ROLES {
        callers.push((role.as_str(), Some(cookie_of(&app, role).await)));
    }
    let elsewhere = TestApp::of(World::new(pool).await);
    let stranger = cookie_of(&elsewhere, Role::Owner).await;
    callers.push(("the owner of another organization", Some(stranger)));
    for (round, (caller, cookie)) in callers.iter().enumerate() {
        let forms = forms(world, token.as_str(), round).await;
        let listed: BTreeSet<&str> = forms.iter().map(|(path, ..)| *path).collect();
        assert_eq!(listed, BTreeSet::from(ANYBODY));
        for (path, form, expected) in forms {
            let before = rows(world, None).await;
            let answer = app.call(path, cookie.as_deref(), &form).await;
            assert_eq!(answer.status, expected, "{path} {caller}: {}", answer.body);
            if !expected.is_success() {
                assert_eq!(rows(world, None).await, before, "{path} {caller}");
            }
        }
    }
    // Each of them did it, and not the same one again.
    let joined = "select count(*) from account where email like 'zo%@example.org'";
    assert_eq!(world.count(joined).await, 7);
}
