//! The language of what the server says: that which was chosen, else that of the browser.

mod admins;
mod dates;
mod english;
mod patterns;
mod signed_out;
mod texters;

use super::{Answer, PASSWORD, TestApp, sign_in_form, with_cookie};
use app::domain::Role;
use axum::body::Body;
use http::{Request, StatusCode};
use sqlx::PgPool;

impl TestApp {
    /// A page, as a browser with these languages asks for it.
    async fn get_in(&self, path: &str, languages: &str, cookie: Option<&str>) -> Answer {
        let request = Request::get(path)
            .header("host", "baton.test")
            .header("accept", "text/html")
            .header("accept-language", languages);
        self.answer(with_cookie(request, cookie).body(Body::empty()).unwrap())
            .await
    }

    /// The page that a form leads back to which is refused.
    async fn refused(&self, session: &str, path: &str, form: &str) -> Answer {
        let refused = self.submit(path, Some(session), form).await;
        let Some(cookie) = refused.cookie_named("baton_refusals") else {
            panic!("{path} is not refused: {} {}", refused.status, refused.body);
        };
        let cookies = format!("{session}; {cookie}");
        let page = self.get(refused.location(), Some(&cookies)).await;
        let says_why = page.body.contains("role=\"alert\"");
        assert!(says_why, "{path}: {}", page.body);
        page
    }
}

fn is_spanish(page: &Answer) -> bool {
    let spanish = page.body.contains("<html lang=\"es-US\"");
    assert_eq!(spanish, !page.body.contains("Español"), "{}", page.body);
    assert_eq!(spanish, page.body.contains("English"), "{}", page.body);
    spanish
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_browser_says_which_language_until_one_is_chosen(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let spanish = "es-MX,es;q=0.9,en;q=0.5";
    assert!(is_spanish(&app.get_in("/sign-in", spanish, None).await));
    assert!(!is_spanish(&app.get_in("/sign-in", "en", None).await));
    let chosen = app
        .submit("/api/session/language", None, "language=en&next=%2Fsign-in")
        .await;
    assert_eq!(
        (chosen.status, chosen.location()),
        (StatusCode::FOUND, "/sign-in")
    );
    let cookie = chosen.cookie_named("baton_language").unwrap();
    assert!(!is_spanish(
        &app.get_in("/sign-in", spanish, Some(&cookie)).await
    ));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_somebody_chose_goes_with_them(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let session = app.sign_in(&app.world.ann).await;
    assert!(!is_spanish(&app.get("/texts", Some(&session)).await));
    app.submit(
        "/api/session/language",
        Some(&session),
        "language=es&next=%2Ftexts",
    )
    .await;
    // In another browser, whose own language is another.
    let email = app.world.email(&app.world.ann).await;
    let signed_in = app
        .submit(
            "/api/session/sign-in",
            None,
            &sign_in_form(&email, PASSWORD),
        )
        .await;
    let other = signed_in.cookie().unwrap();
    assert!(is_spanish(&app.get_in("/texts", "en", Some(&other)).await));
    // Nobody else's.
    let bens = app.sign_in(&app.world.ben).await;
    assert!(!is_spanish(&app.get("/texts", Some(&bens)).await));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_language_that_is_not_known_changes_nothing(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let session = app.sign_in(&app.world.ann).await;
    let refused = app
        .submit("/api/session/language", Some(&session), "language=xx")
        .await;
    assert!(refused.cookie_named("baton_language").is_none());
    assert!(!refused.status.is_server_error());
    let kept = app
        .world
        .count("select count(*) from account where language is not null");
    assert_eq!(kept.await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_islands_say_is_a_file_of_each_language_that_is_kept_for_good(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let admin = app.world.member(Role::Admin).await;
    for (viewer, start, of_admins) in [
        (&*app.world.ann, "texter.es.", false),
        (&admin, "admin.es.", true),
    ] {
        let session = app.sign_in(viewer).await;
        let page = app.get_in("/texts", "es", Some(&session)).await;
        let (_, rest) = page.body.split_once("href=\"/sentences/").unwrap();
        let (name, _) = rest.split_once('"').unwrap();
        assert!(name.starts_with(start), "{name}");
        let file = app.get(&format!("/sentences/{name}"), None).await;
        assert_eq!(file.status, StatusCode::OK);
        let cached = file.headers["cache-control"].to_str().unwrap();
        assert!(cached.contains("immutable"), "{cached}");
        let says = |words| file.body.contains(words);
        assert!(says("Contestar la siguiente (\u{1})"), "{}", file.body);
        assert_eq!(says("Acciones para \u{1}"), of_admins, "{}", file.body);
    }
    // Another version's is not this one.
    let path = "/sentences/texter.es.0000000000000000.txt";
    let old = app.get(path, None).await;
    assert_eq!(old.status, StatusCode::NOT_FOUND);
}
