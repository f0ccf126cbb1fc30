//! Forms as the network may bring them.

use super::TestApp;
use axum::body::{Body, Bytes};
use futures::stream;
use http::header::{ACCEPT, CONTENT_ENCODING, CONTENT_TYPE, COOKIE, HOST};
use http::{Request, StatusCode};
use http_body_util::BodyExt;
use sqlx::PgPool;
use std::convert::Infallible;

/// A form of which nobody says how long it is, in pieces.
fn in_pieces(form: &str) -> Body {
    let pieces: Vec<Result<Bytes, Infallible>> = form
        .as_bytes()
        .chunks(3)
        .map(|piece| Ok(Bytes::copy_from_slice(piece)))
        .collect();
    Body::from_stream(stream::iter(pieces))
}

fn draft(cookie: &str) -> http::request::Builder {
    Request::post("/api/conversations/save-draft")
        .header(HOST, "baton.test")
        .header(COOKIE, cookie)
        .header(ACCEPT, "application/x-postcard")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
}

async fn status_and_body(app: &TestApp, request: Request<Body>) -> (StatusCode, String) {
    let response = app.send(request).await;
    let status = response.status();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_form_in_pieces_is_a_form(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    let reply = app.world.reply(campaign, &app.world.ann, 120).await;
    let cookie = app.sign_in(&app.world.ann).await;
    let body = in_pieces(&format!("conversation={reply}&body=In+pieces"));
    let answer = status_and_body(&app, draft(&cookie).body(body).unwrap()).await;
    assert_eq!(answer.0, StatusCode::OK, "{}", answer.1);
    let drafts = "select count(*) from draft where body = 'In pieces'";
    assert_eq!(app.world.count(drafts).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn one_that_is_too_long_is_refused_whether_or_not_its_length_was_said(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    let long = format!("conversation=1&body={}", "x".repeat(70_000));
    for body in [in_pieces(&long), Body::from(long.clone())] {
        let (status, body) = status_and_body(&app, draft(&cookie).body(body).unwrap()).await;
        assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(body.contains("Shorten it"), "{body}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn one_that_is_compressed_is_refused_with_a_sentence(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.ann).await;
    let request = draft(&cookie)
        .header(CONTENT_ENCODING, "gzip")
        .body(Body::from(&b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"[..]))
        .unwrap();
    let (status, body) = status_and_body(&app, request).await;
    assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(body.contains("without a Content-Encoding"), "{body}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn bytes_that_are_no_text_are_no_fault_of_the_server(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    let reply = app.world.reply(campaign, &app.world.ann, 120).await;
    let cookie = app.sign_in(&app.world.ann).await;
    let mut form = format!("conversation={reply}&body=Words+").into_bytes();
    form.extend_from_slice(b"\xff\xfe and more");
    let answer = status_and_body(&app, draft(&cookie).body(Body::from(form)).unwrap()).await;
    assert_eq!(answer.0, StatusCode::OK, "{}", answer.1);
    let kept = "select count(*) from draft where body like 'Words %and more'";
    assert_eq!(app.world.count(kept).await, 1);
    for form in [
        format!("conversation={reply}&body=%ff%fe"),
        format!("conversation={reply}&body=%"),
        "conversation=99999999999999999999999&body=x".to_owned(),
        "conversation=-1&body=x".to_owned(),
        "%=&&&===[[]]".to_owned(),
    ] {
        let request = draft(&cookie).body(Body::from(form.clone())).unwrap();
        let (status, body) = status_and_body(&app, request).await;
        assert!(status.as_u16() < 500, "{form}: {status} {body}");
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_line_breaks_of_a_form_are_sent_and_kept_as_lf(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    let reply = app.world.reply(campaign, &app.world.ann, 120).await;
    let cookie = app.sign_in(&app.world.ann).await;
    // As long as a text may be, if each of its line breaks counts once.
    let body = format!("One%0D%0A{}", "x".repeat(1596));
    let form = format!("conversation={reply}&lease_epoch=0&body={body}");
    let answer = app
        .call("/api/conversations/send", Some(&cookie), &form)
        .await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let sent = "select count(*) from message where body like E'One\\nx%' and length(body) = 1600";
    assert_eq!(app.world.count(sent).await, 1);
}
