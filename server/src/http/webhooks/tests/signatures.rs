//! The verification of signatures: what is refused writes nothing.

use super::{call, count_written, deliver, texted_contact};
use crate::http::webhooks::TwilioWebhook;
use http::StatusCode;
use server_sms::twilio::vectors::{vector, vectors};
use server_store::testing::World;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_forged_or_unsigned_gets_403_and_writes_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted_contact(&world).await;
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
    assert_eq!(count_written(&world).await, 0);
    assert_eq!(world.row(thread).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn everything_that_twilios_library_accepts_is_accepted(pool: PgPool) {
    let world = World::new(pool).await;
    texted_contact(&world).await;
    for vector in vectors().iter().filter(|vector| vector.valid) {
        // Some are no texts: Twilio is not to deliver them again.
        let status = deliver(&world, vector).await.status();
        assert_eq!(status, StatusCode::OK, "{}", vector.name);
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn without_a_token_everything_is_refused(pool: PgPool) {
    let world = World::new(pool).await;
    texted_contact(&world).await;
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
    assert_eq!(count_written(&world).await, 0);
}
