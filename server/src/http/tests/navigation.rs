//! What the script that exchanges pages gets (`script/navigation.js`).

use super::TestApp;
use axum::body::Body;
use http::header::{COOKIE, HOST, LOCATION};
use http::{Request, Response, StatusCode};
use server_store::testing::Thread;
use sqlx::PgPool;

/// A page, as the script asks for it, or as a browser does.
async fn asked_for(app: &TestApp, path: &str, cookie: &str, by_script: bool) -> Response<Body> {
    let mut request = Request::get(path)
        .header(HOST, "baton.test")
        .header(COOKIE, cookie);
    if by_script {
        request = request.header("baton-navigation", "true");
    }
    app.send(request.body(Body::empty()).unwrap()).await
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_script_is_told_where_a_redirect_leads_with_its_fragment(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (campaign, ann) = (app.world.campaign().await, app.world.ann.clone());
    let reply = app
        .world
        .thread(campaign, Some(&ann), &Thread::waiting(30))
        .await;
    let cookie = app.sign_in(&ann).await;
    let path = format!("/texts/next?campaign={campaign}&kind=replies");
    let target = format!("/texts/{reply}#latest");

    let for_script = asked_for(&app, &path, &cookie, true).await;
    assert_eq!(for_script.status(), StatusCode::NO_CONTENT);
    assert_eq!(for_script.headers()["baton-location"], target);
    assert!(!for_script.headers().contains_key(LOCATION));

    let for_browser = asked_for(&app, &path, &cookie, false).await;
    assert_eq!(for_browser.status(), StatusCode::SEE_OTHER);
    assert_eq!(for_browser.headers()[LOCATION], target);

    let page = asked_for(&app, "/texts", &cookie, true).await;
    assert_eq!(page.status(), StatusCode::OK);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_comes_next_is_known_before_a_text_is_sent_and_while_others_are(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (campaign, ann) = (app.world.campaign().await, app.world.ann.clone());
    let mut replies = Vec::new();
    for minutes in [90, 60, 30] {
        let waiting = Thread::waiting(minutes);
        replies.push(app.world.thread(campaign, Some(&ann), &waiting).await);
    }
    let cookie = app.sign_in(&ann).await;
    let [first, second, third] = replies[..] else {
        panic!("there are three");
    };
    for (query, expected) in [
        (
            format!("after={first}"),
            format!("/texts/{second}?sent=1&answered={first}#latest"),
        ),
        (
            format!("after={second}"),
            format!("/texts/{first}?sent=1&answered={second}#latest"),
        ),
        (
            format!("after={second}&except={first}&sent=first"),
            format!("/texts/{third}?sent=first&answered={second}#latest"),
        ),
        (
            format!("after={third}&except={first},{second},x,,9"),
            "/texts?sent=1".to_owned(),
        ),
    ] {
        let next = asked_for(&app, &format!("/texts/next?{query}"), &cookie, true).await;
        assert_eq!(next.headers()["baton-location"], expected, "{query}");
    }
}
