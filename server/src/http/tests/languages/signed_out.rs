//! Whoever is not signed in, and reads Spanish.

use super::english::english_on;
use crate::http::tests::{Answer, TestApp};
use app::domain::{InvitedRole, NewInvite, Role};
use app::ports::Invites;
use server_auth::{link, make_link};
use sqlx::PgPool;
use std::collections::BTreeSet;

/// What is read before a session: each page, and what each of its forms is refused for. `cookie` is the language.
async fn pages(app: &TestApp, cookie: &str, paths: &[String]) -> Vec<(String, Answer)> {
    let mut pages = Vec::new();
    for path in paths {
        pages.push((path.clone(), app.get(path, Some(cookie)).await));
    }
    let (join, password) = (&paths[0], &paths[1]);
    let token = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let (join, password) = (token(join), token(password));
    for (path, form) in [
        (
            "/api/session/sign-in",
            "email=zoe&password=a+guess".to_owned(),
        ),
        (
            "/api/session/sign-in",
            "email=zoe@example.org&password=a+guess".to_owned(),
        ),
        (
            "/api/session/join",
            format!("token={join}&name=&email=zoe&password=short"),
        ),
        (
            "/api/session/join",
            format!("token={join}&name=Zo&email=zoe@example.org&password=password1234"),
        ),
        (
            "/api/session/choose-password",
            format!("token={password}&new=short"),
        ),
        ("/api/session/forgotten-password", "email=zoe".to_owned()),
    ] {
        pages.push((
            format!("{path} {form}"),
            app.refused(cookie, path, &form).await,
        ));
    }
    pages
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_is_signed_out_meets_no_english_who_reads_spanish(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (store, admin) = (&app.world.store, &app.world.admin);
    let mut links = Vec::new();
    for _ in ["a link that works", "one that is revoked"] {
        let new = NewInvite {
            role: InvitedRole::by(Role::Admin, Role::Texter).unwrap(),
            teams: Vec::new(),
            level: None,
            days: "7".parse().unwrap(),
            uses: None,
        };
        let made = store.create_invite(admin, &new).await.unwrap();
        links.push((made, store.invite(admin, made).await.unwrap()));
    }
    let revoked = links[1].0;
    store.revoke_invite(admin, revoked).await.unwrap();
    let email = app.world.email(&app.world.ann).await;
    let password = make_link(store, &email).await.unwrap().unwrap();
    let path = |index: usize| links[index].1.token.as_ref().unwrap().path();
    let mut paths = vec![path(0), link("", &password), path(1)];
    for path in [
        "/sign-in",
        "/nowhere",
        "/forgotten-password",
        "/password/abcdefghijklmnopqrstuvwx",
        "/join/abcdefghijklmnopqrstuvwx",
    ] {
        paths.push(path.to_owned());
    }
    for (language, is_english) in [("en", true), ("es", false)] {
        let form = format!("language={language}&next=%2Fsign-in");
        let chosen = app.submit("/api/session/language", None, &form).await;
        let cookie = chosen.cookie_named("baton_language").unwrap();
        for (path, page) in pages(&app, &cookie, &paths).await {
            let english = english_on(&page);
            if is_english {
                assert!(!english.is_empty(), "{path}: {}", page.body);
            } else {
                assert_eq!(english, BTreeSet::new(), "{path}: {}", page.body);
            }
        }
    }
}
