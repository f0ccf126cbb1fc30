//! What a signed text writes.

use super::{call, count_written, deliver, texted_contact};
use crate::http::webhooks::TwilioWebhook;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use http::{StatusCode, header};
use http_body_util::BodyExt;
use server_sms::twilio::vectors::vector;
use server_store::testing::{World, noon};
use sha1::Sha1;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_signed_text_is_written_and_answered_with_empty_twiml(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    let response = deliver(&world, &vector("a text as Twilio sends it")).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(
        response.headers()[header::CONTENT_TYPE],
        "text/xml; charset=utf-8"
    );
    assert_eq!(
        response.into_body().collect().await.unwrap().to_bytes(),
        "<Response/>"
    );
    assert_eq!(
        world.thread_texts(thread).await,
        ["> outbound text", "< Yes, count me in"]
    );
    let row = world.row(thread).await;
    assert_eq!(
        (row.status.as_str(), row.waiting_since),
        ("needs_response", Some(noon()))
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_message_sid_that_comes_again_writes_nothing_twice(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    let genuine = vector("a text as Twilio sends it");
    for _ in 0..3 {
        let response = deliver(&world, &genuine).await;
        assert_eq!(
            response.status(),
            StatusCode::OK,
            "Twilio is answered that all is well"
        );
    }
    assert_eq!(world.thread_texts(thread).await.len(), 2);
    assert_eq!(
        count_written(&world).await,
        2,
        "one inbound and its message"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn stop_with_space_around_it_opts_out(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    assert_eq!(
        deliver(&world, &vector("spaces around")).await.status(),
        StatusCode::OK
    );
    let row = world.row(thread).await;
    assert_eq!((row.status.as_str(), row.opted_out), ("closed", true));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn markup_is_kept_as_it_was_written(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    deliver(&world, &vector("markup")).await;
    assert_eq!(
        world.thread_texts(thread).await[1],
        "< </textarea><script>alert(1)</script>"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_number_that_is_nobodys_or_not_twilios_is_not_found(pool: PgPool) {
    let world = World::new(pool).await;
    texted_contact(&world).await;
    let genuine = vector("a text as Twilio sends it");
    world
        .execute("update sending_number set service = 'simulated'".into())
        .await;
    assert_eq!(
        deliver(&world, &genuine).await.status(),
        StatusCode::NOT_FOUND
    );
    world
        .execute("update sending_number set service = 'twilio', number = '+12025550199'".into())
        .await;
    assert_eq!(
        deliver(&world, &genuine).await.status(),
        StatusCode::NOT_FOUND
    );
    assert_eq!(count_written(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_picture_without_words_is_seen_in_the_thread(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    deliver(&world, &vector("a picture without words")).await;
    assert_eq!(
        world.thread_texts(thread).await[1],
        "< [attachment: image/jpeg]\n[attachment: file]"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_body_that_is_too_long_is_not_read(pool: PgPool) {
    let world = World::new(pool).await;
    texted_contact(&world).await;
    let mut long = vector("a text as Twilio sends it");
    long.body.push_str(&"&Padding=x".repeat(10_000));
    assert_eq!(
        deliver(&world, &long).await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
    assert_eq!(count_written(&world).await, 0);
}

/// As Twilio signs a call.
fn signature(token: &str, url: &str, mut parameters: Vec<(String, String)>) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(token.as_bytes()).unwrap();
    mac.update(url.as_bytes());
    parameters.sort();
    for (key, value) in parameters {
        mac.update(key.as_bytes());
        mac.update(value.as_bytes());
    }
    STANDARD.encode(mac.finalize().into_bytes())
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn nul_anywhere_is_left_out_of_what_is_stored(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
    let body = "MessageSid=SM%000%00&From=%2B1202%005550123&To=%2B12025550100%00\
                &NumMedia=1%00&MediaContentType0=image%00%2Fpng&Body=Yes%00+I+will+vote%00";
    let parameters: Vec<(String, String)> = form_urlencoded::parse(body.as_bytes())
        .into_owned()
        .collect();
    let webhook = TwilioWebhook {
        store: world.store.clone(),
        public_url: "https://text.example.org".parse().unwrap(),
        auth_token: Some("a token".into()),
    };
    // Over what was sent, NUL and all.
    let url = "https://text.example.org/webhooks/twilio";
    let signature = signature("a token", url, parameters);
    let response = call(webhook, "/webhooks/twilio", body, Some(&signature)).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(
        world.thread_texts(thread).await[1],
        "< Yes I will vote\n[attachment: image/png]"
    );
    let sids = "select count(*) from inbound where service_sid = 'SM0'";
    assert_eq!(world.count(sids).await, 1);
}
