//! Delivery reports as Twilio posts them.

use super::{call, deliver_signed, deliver_signed_to, texted_from};
use crate::http::webhooks::{TWILIO_STATUS_PATH, TwilioWebhook};
use app::domain::{ConversationId, Delivery, DeliveryFailure, FailureCode};
use app::ports::Conversations;
use http::StatusCode;
use server_message::ServiceSid;
use server_store::outbox::{self, ClaimId};
use server_store::testing::World;
use sqlx::PgPool;
use std::time::Duration;

const SID: &str = "SM00000000000000000000000000000001";

macro_rules! case {
    ($name:literal) => {
        include_str!(concat!("cases/", $name, ".form"))
    };
}

/// A conversation with a text that Twilio has taken.
async fn sent(pool: PgPool) -> (World, ConversationId) {
    let world = World::new(pool).await;
    let thread = texted_from(&world, "+12135550900", "+12135550100").await;
    world.queue(thread, "Can you come?").await;
    let lease = Duration::from_secs(60);
    let claimed = outbox::claim(&world.store, ClaimId::random(), 1, lease).await;
    let sid = ServiceSid(SID.to_owned());
    outbox::mark_sent(&world.store, &claimed.unwrap()[0], &sid)
        .await
        .unwrap();
    (world, thread)
}

/// Delivers reports to the address that texts are sent with; Twilio must not deliver them again.
async fn report(world: &World, bodies: &[&str]) {
    for body in bodies {
        let response = deliver_signed_to(world, TWILIO_STATUS_PATH, body).await;
        assert_eq!(response.status(), StatusCode::OK, "{body}");
    }
}

async fn shown(world: &World, thread: ConversationId) -> Delivery {
    let view = world.store.open(&world.ann, thread).await.unwrap();
    view.messages.last().unwrap().delivery.clone().unwrap()
}

fn failure(code: i32) -> Delivery {
    Delivery::Failed(DeliveryFailure::Code(FailureCode(code)))
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn delivered_stays_whatever_comes_behind_it(pool: PgPool) {
    let (world, thread) = sent(pool).await;
    report(&world, &[case!("queued")]).await;
    assert_eq!(shown(&world, thread).await, Delivery::Sent);
    report(
        &world,
        &[case!("delivered"), case!("sent"), case!("queued")],
    )
    .await;
    assert_eq!(shown(&world, thread).await, Delivery::Delivered);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn its_word_counts_in_any_case(pool: PgPool) {
    let (world, thread) = sent(pool).await;
    let delivered = case!("delivered").replace("=delivered", "=Delivered");
    report(&world, &[&delivered]).await;
    assert_eq!(shown(&world, thread).await, Delivery::Delivered);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_reason_is_not_wiped_by_a_report_without_one(pool: PgPool) {
    let (world, thread) = sent(pool).await;
    report(
        &world,
        &[
            case!("undelivered_30007"),
            case!("failed_without_errorcode"),
            case!("sent"),
        ],
    )
    .await;
    assert_eq!(shown(&world, thread).await, failure(30007));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_reason_that_comes_later_is_taken(pool: PgPool) {
    let (world, thread) = sent(pool).await;
    report(&world, &[case!("failed_without_errorcode")]).await;
    let unknown = Delivery::Failed(DeliveryFailure::Said(String::new()));
    assert_eq!(shown(&world, thread).await, unknown);
    report(&world, &[case!("undelivered_30003")]).await;
    assert_eq!(shown(&world, thread).await, failure(30003));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_nobody_knows_changes_nothing(pool: PgPool) {
    let (world, thread) = sent(pool).await;
    let unknown_word = case!("delivered").replace("delivered", "teleported");
    let without_sid = case!("delivered").replace(SID, "");
    let without_from = case!("delivered").replace("From=%2B12135550900", "From=");
    let nul = case!("delivered").replace(SID, &format!("{SID}%00"));
    report(
        &world,
        &[
            case!("unknown_sid_delivered"),
            &unknown_word,
            &without_sid,
            &without_from,
        ],
    )
    .await;
    assert_eq!(shown(&world, thread).await, Delivery::Sent);
    report(&world, &[&nul]).await;
    assert_eq!(shown(&world, thread).await, Delivery::Delivered);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_opt_out_that_the_carrier_reports_closes_the_thread(pool: PgPool) {
    let (world, thread) = sent(pool).await;
    report(&world, &[case!("failed_21610"), case!("failed_21610")]).await;
    let row = world.row(thread).await;
    assert_eq!((row.status.as_str(), row.opted_out), ("closed", true));
    let recorded = "select count(*) from opt_out where origin = 'carrier'";
    assert_eq!(world.count(recorded).await, 1);
    assert_eq!(shown(&world, thread).await, failure(21610));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_address_for_inbound_texts_takes_reports_too(pool: PgPool) {
    let (world, thread) = sent(pool).await;
    let response = deliver_signed(&world, case!("delivered")).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(shown(&world, thread).await, Delivery::Delivered);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_report_without_twilios_signature_is_refused(pool: PgPool) {
    let (world, thread) = sent(pool).await;
    let webhook = TwilioWebhook {
        store: world.store.clone(),
        public_url: "https://text.example.org".parse().unwrap(),
        auth_token: Some("a token".into()),
    };
    let body = case!("delivered");
    for signature in [None, Some("c2lnbmF0dXJl")] {
        let response = call(webhook.clone(), TWILIO_STATUS_PATH, body, signature).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
    }
    // Without a token nothing can be checked.
    let webhook = TwilioWebhook {
        auth_token: None,
        ..webhook
    };
    let response = call(webhook, TWILIO_STATUS_PATH, body, Some("c2lnbmF0dXJl")).await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert_eq!(shown(&world, thread).await, Delivery::Sent);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_report_that_cannot_be_written_is_to_come_again(pool: PgPool) {
    let (world, _) = sent(pool).await;
    world.store.pool.close().await;
    let response = deliver_signed_to(&world, TWILIO_STATUS_PATH, case!("delivered")).await;
    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
}
