//! The webhook as Twilio calls it, with signatures that Twilio's own library made.

use super::{TwilioWebhook, routes};
use app::domain::ConversationId;
use axum::body::Body;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use http::{Request, Response, StatusCode, header};
use http_body_util::BodyExt;
use server_sms::twilio::vectors::{Vector, vector, vectors};
use server_store::testing::{Thread, World, noon};
use sha1::Sha1;
use sqlx::PgPool;
use tower::ServiceExt;

/// Delivers a vector to a server that is known by its address and has its token.
async fn deliver(world: &World, vector: &Vector) -> Response<Body> {
    let path = vector
        .url
        .match_indices('/')
        .nth(2)
        .map_or(vector.url.len(), |(at, _)| at);
    let (public_url, path) = vector.url.split_at(path);
    let webhook = TwilioWebhook {
        store: world.store.clone(),
        public_url: public_url.parse().unwrap(),
        auth_token: Some(vector.auth_token.as_str().into()),
    };
    call(webhook, path, &vector.body, Some(&vector.signature)).await
}

async fn call(
    webhook: TwilioWebhook,
    path: &str,
    body: &str,
    signature: Option<&str>,
) -> Response<Body> {
    let mut request = Request::post(path).header(
        header::CONTENT_TYPE,
        "application/x-www-form-urlencoded; charset=utf-8",
    );
    if let Some(signature) = signature {
        request = request.header("X-Twilio-Signature", signature);
    }
    let request = request.body(Body::from(body.to_owned())).unwrap();
    routes().with_state(webhook).oneshot(request).await.unwrap()
}

/// The conversation that the vectors belong to: +12025550123, texted from +12025550100.
async fn texted(world: &World) -> ConversationId {
    world
        .execute("update sending_number set number = '+12025550100', service = 'twilio'".into())
        .await;
    let thread = Thread {
        outbound: vec![60],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    let thread = world
        .thread(world.campaign().await, Some(&world.ann), &thread)
        .await;
    world
        .execute(format!(
            "update contact set cell = '+12025550123' where id = {thread}"
        ))
        .await;
    thread
}

async fn written(world: &World) -> i64 {
    world.count("select (select count(*) from inbound) + (select count(*) from opt_out) + (select count(*) from message where direction = 'inbound')").await
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_signed_text_is_written_and_answered_with_empty_twiml(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
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
async fn what_is_forged_or_unsigned_gets_403_and_writes_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let before = world.row(thread).await;
    for vector in vectors().iter().filter(|vector| !vector.valid) {
        assert_eq!(
            deliver(&world, vector).await.status(),
            StatusCode::FORBIDDEN,
            "{}",
            vector.name
        );
    }
    let genuine = vector("a text as Twilio sends it");
    let webhook = TwilioWebhook {
        store: world.store.clone(),
        public_url: "https://text.example.org".parse().unwrap(),
        auth_token: Some(genuine.auth_token.as_str().into()),
    };
    let unsigned = call(webhook.clone(), "/webhooks/twilio", &genuine.body, None).await;
    assert_eq!(unsigned.status(), StatusCode::FORBIDDEN);
    // Signed for another address than the one that this server is known by.
    let elsewhere = TwilioWebhook {
        public_url: "https://other.example.org".parse().unwrap(),
        ..webhook
    };
    let response = call(
        elsewhere,
        "/webhooks/twilio",
        &genuine.body,
        Some(&genuine.signature),
    )
    .await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert_eq!(written(&world).await, 0);
    assert_eq!(world.row(thread).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn everything_that_twilios_library_takes_is_taken(pool: PgPool) {
    let world = World::new(pool).await;
    texted(&world).await;
    for vector in vectors().iter().filter(|vector| vector.valid) {
        // Some are no texts, and are refused as such.
        let expected = if vector.body.contains("SmsSid=") {
            StatusCode::OK
        } else {
            StatusCode::BAD_REQUEST
        };
        assert_eq!(
            deliver(&world, vector).await.status(),
            expected,
            "{}",
            vector.name
        );
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn without_a_token_everything_is_refused(pool: PgPool) {
    let world = World::new(pool).await;
    texted(&world).await;
    let genuine = vector("a text as Twilio sends it");
    let webhook = TwilioWebhook {
        store: world.store.clone(),
        public_url: "https://text.example.org".parse().unwrap(),
        auth_token: None,
    };
    let response = call(
        webhook,
        "/webhooks/twilio",
        &genuine.body,
        Some(&genuine.signature),
    )
    .await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert_eq!(written(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_message_sid_that_comes_again_writes_nothing_twice(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
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
    assert_eq!(written(&world).await, 2, "one inbound and its message");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn stop_with_space_around_it_opts_out(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
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
    let thread = texted(&world).await;
    deliver(&world, &vector("markup")).await;
    assert_eq!(
        world.thread_texts(thread).await[1],
        "< </textarea><script>alert(1)</script>"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_number_that_is_nobodys_or_not_twilios_is_not_found(pool: PgPool) {
    let world = World::new(pool).await;
    texted(&world).await;
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
    assert_eq!(written(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_picture_without_words_is_seen_in_the_thread(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    deliver(&world, &vector("a picture without words")).await;
    assert_eq!(
        world.thread_texts(thread).await[1],
        "< [attachment: image/jpeg]\n[attachment: file]"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_body_that_is_too_long_is_not_read(pool: PgPool) {
    let world = World::new(pool).await;
    texted(&world).await;
    let mut long = vector("a text as Twilio sends it");
    long.body.push_str(&"&Padding=x".repeat(10_000));
    assert_eq!(
        deliver(&world, &long).await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
    assert_eq!(written(&world).await, 0);
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
    let thread = texted(&world).await;
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
