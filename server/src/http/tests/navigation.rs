//! What the script that exchanges pages gets (`script/navigation.js`).

use super::TestApp;
use app::domain::{ConversationId, ShownThread, Viewer};
use app::ports::Conversations;
use axum::body::Body;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN};
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

/// Where a request of the script leads that it makes while these texts are on their way; with a form it posts that.
async fn led_while_sending(
    app: &TestApp,
    path: &str,
    cookie: &str,
    sending: &str,
    form: Option<String>,
) -> String {
    let request = match form {
        Some(_) => Request::post(path)
            .header(ORIGIN, "http://baton.test")
            .header(ACCEPT, "text/html")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded"),
        None => Request::get(path),
    };
    let request = request
        .header(HOST, "baton.test")
        .header(COOKIE, cookie)
        .header("baton-navigation", "true")
        .header("baton-sending", sending)
        .body(Body::from(form.unwrap_or_default()));
    let answer = app.answer(request.unwrap()).await;
    let target = answer.headers.get("baton-location");
    target.map_or(answer.body, |target| target.to_str().unwrap().to_owned())
}

/// Three replies of Ann's, the longest waiting first.
async fn three_replies(app: &TestApp, ann: &Viewer) -> [ConversationId; 3] {
    let campaign = app.world.campaign().await;
    let mut replies = Vec::new();
    for minutes in [90, 60, 30] {
        let waiting = Thread::waiting(minutes);
        replies.push(app.world.thread(campaign, Some(ann), &waiting).await);
    }
    replies.try_into().unwrap()
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
    let ann = app.world.ann.clone();
    let [first, second, third] = three_replies(&app, &ann).await;
    let cookie = app.sign_in(&ann).await;
    for (query, sending, expected) in [
        (
            format!("after={first}"),
            String::new(),
            format!("/texts/{second}?sent=1&answered={first}#latest"),
        ),
        (
            format!("after={second}"),
            String::new(),
            format!("/texts/{first}?sent=1&answered={second}#latest"),
        ),
        (
            format!("after={second}&sent=first"),
            first.to_string(),
            format!("/texts/{third}?sent=first&answered={second}#latest"),
        ),
        (
            format!("after={third}"),
            format!("{first},{second},x,,9"),
            "/texts?sent=1".to_owned(),
        ),
    ] {
        let path = format!("/texts/next?{query}");
        let next = led_while_sending(&app, &path, &cookie, &sending, None).await;
        assert_eq!(next, expected, "{query}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_page_that_is_fetched_while_texts_are_sent_leads_to_none_of_their_conversations(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let ann = app.world.ann.clone();
    let [first, second, third] = three_replies(&app, &ann).await;
    let cookie = app.sign_in(&ann).await;
    // The first is on its way, the second is sent when the page is shown.
    let path = format!("/texts/{third}?answered={second}");
    let page = led_while_sending(&app, &path, &cookie, &first.to_string(), None).await;
    assert!(!page.contains("rel=\"next\""), "{page}");
    let previous = format!("rel=\"prev\" href=\"/texts/{second}#latest\"");
    assert!(page.contains(&previous), "{page}");
    // By the time of another look neither has arrived: they are what waits.
    let page = led_while_sending(&app, &path, &cookie, "", None).await;
    let next = format!("rel=\"next\" href=\"/texts/{first}#latest\"");
    assert!(page.contains(&next), "{page}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn after_a_close_and_a_tag_that_escalates_comes_nobody_whose_text_is_on_its_way(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let ann = app.world.ann.clone();
    let [first, second, third] = three_replies(&app, &ann).await;
    let cookie = app.sign_in(&ann).await;
    let sending = first.to_string();
    let legal = app.world.escalation_tag("Legal").await;
    let epoch = app.world.epoch(second).await;
    let escalated = led_while_sending(
        &app,
        "/api/conversations/tag",
        &cookie,
        &sending,
        Some(format!(
            "conversation={second}&lease_epoch={epoch}&tags[]={legal}"
        )),
    );
    assert_eq!(
        escalated.await,
        format!("/texts/{third}?was_escalated={second}#latest")
    );
    let view = app.world.store.open(&ann, third).await.unwrap();
    let shown = ShownThread::of(&view);
    let last = shown.last_message.unwrap();
    let closed = led_while_sending(
        &app,
        "/api/conversations/close",
        &cookie,
        &sending,
        Some(format!(
            "conversation={third}&lease_epoch={}&messages={}&last_message={last}",
            shown.lease_epoch, shown.messages
        )),
    );
    assert_eq!(closed.await, format!("/texts?closed={third}"));
}
