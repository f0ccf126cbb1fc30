//! What a page says a form has done.

use super::{TestApp, with_cookie};
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
