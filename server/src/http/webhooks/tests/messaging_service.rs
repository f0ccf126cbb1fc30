//! Texts of a Messaging Service: Twilio chooses the number, and says in each call which service it belongs to.

use super::{count_written, deliver_signed, deliver_signed_to, texted_from};
use crate::http::webhooks::TWILIO_STATUS_PATH;
use app::domain::{ConversationId, Delivery, MessageId, ServiceKind};
use app::ports::Conversations;
use http::StatusCode;
use server_message::{Sender, ServiceSid};
use server_store::outbox::{self, ClaimId, Claimed};
use server_store::testing::World;
use server_store::{delivery_reports, numbers};
use sqlx::PgPool;
use std::time::Duration;

const SERVICE: &str = "MG0123456789abcdef0123456789abcdef";
const CELL: &str = "+12135550900";
/// A number of the service that the organization does not know.
const CHOSEN: &str = "+12135550188";
/// A number of the service that is the organization's own too.
const KNOWN: &str = "+12135550177";

/// A conversation that was texted from the Messaging Service.
async fn texted(pool: PgPool) -> (World, ConversationId) {
    let world = World::new(pool).await;
    let thread = texted_from(&world, SERVICE, CELL).await;
    (world, thread)
}

async fn add_known_number(world: &World) {
    let known: Sender = KNOWN.parse().unwrap();
    numbers::add(&world.store, &world.admin, &known, ServiceKind::Twilio)
        .await
        .unwrap();
}

fn encoded(number: &str) -> String {
    number.replace('+', "%2B")
}

async fn contact_writes(world: &World, sid: &str, to: &str, service: &str) {
    let (from, to) = (encoded(CELL), encoded(to));
    let body = format!(
        "MessageSid={sid}&SmsStatus=received&From={from}&To={to}&Body=Yes&MessagingServiceSid={service}"
    );
    let response = deliver_signed(world, &body).await;
    assert_eq!(response.status(), StatusCode::OK);
}

async fn report(world: &World, sid: &str, status: &str, from: &str) {
    let (from, to) = (encoded(from), encoded(CELL));
    let body = format!(
        "MessageSid={sid}&MessageStatus={status}&From={from}&To={to}&MessagingServiceSid={SERVICE}"
    );
    let response = deliver_signed_to(world, TWILIO_STATUS_PATH, &body).await;
    assert_eq!(response.status(), StatusCode::OK);
}

/// Sends a text, and claims it as the outbox does.
async fn send(world: &World, thread: ConversationId, body: &str) -> Claimed {
    world
        .store
        .send(&world.ann, thread, 0.into(), body.into())
        .await
        .unwrap();
    let lease = Duration::from_secs(60);
    let claimed = outbox::claim(&world.store, ClaimId::random(), 1, lease).await;
    claimed.unwrap().pop().unwrap()
}

async fn accept(world: &World, claimed: &Claimed, sid: &str) {
    let sid = ServiceSid(sid.to_owned());
    outbox::mark_sent(&world.store, claimed, &sid)
        .await
        .unwrap();
}

async fn shown(world: &World, thread: ConversationId, message: MessageId) -> Delivery {
    let view = world.store.open(&world.ann, thread).await.unwrap();
    let mut messages = view.messages.into_iter();
    let text = messages.find(|shown| shown.id == message).unwrap();
    text.delivery.unwrap()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_comes_to_any_number_of_a_service_goes_into_the_thread_and_is_answered_by_the_service(
    pool: PgPool,
) {
    let (world, thread) = texted(pool).await;
    contact_writes(&world, "SM1", CHOSEN, SERVICE).await;
    assert_eq!(
        world.thread_texts(thread).await,
        ["> outbound text", "< Yes"]
    );
    let claimed = send(&world, thread, "At five").await;
    assert_eq!(claimed.text.from.as_str(), SERVICE);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_comes_to_a_service_that_is_nobodys_is_not_written(pool: PgPool) {
    let (world, _) = texted(pool).await;
    let nobodys = "MGffffffffffffffffffffffffffffffff";
    for service in [nobodys, "MG12", ""] {
        contact_writes(&world, "SM1", CHOSEN, service).await;
    }
    assert_eq!(count_written(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_thread_keeps_the_number_that_the_service_chose_if_the_organization_has_it(pool: PgPool) {
    let (world, thread) = texted(pool).await;
    add_known_number(&world).await;
    let first = send(&world, thread, "Hi").await;
    accept(&world, &first, "SM1").await;
    report(&world, "SM1", "sent", KNOWN).await;
    let second = send(&world, thread, "At five").await;
    assert_eq!(second.text.from.as_str(), KNOWN);
    // Both ways lead into the thread: the service still names itself.
    contact_writes(&world, "SM2", KNOWN, SERVICE).await;
    assert_eq!(world.thread_texts(thread).await.last().unwrap(), "< Yes");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_reply_to_a_known_number_finds_the_thread_before_any_report(pool: PgPool) {
    let (world, thread) = texted(pool).await;
    add_known_number(&world).await;
    contact_writes(&world, "SM1", KNOWN, SERVICE).await;
    assert_eq!(
        world.thread_texts(thread).await,
        ["> outbound text", "< Yes"]
    );
    let answer = send(&world, thread, "At five").await;
    assert_eq!(answer.text.from.as_str(), KNOWN);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_report_from_a_number_that_nobody_has_counts_and_the_thread_keeps_the_service(
    pool: PgPool,
) {
    let (world, thread) = texted(pool).await;
    let first = send(&world, thread, "Hi").await;
    accept(&world, &first, "SM1").await;
    report(&world, "SM1", "delivered", CHOSEN).await;
    assert_eq!(
        shown(&world, thread, first.message).await,
        Delivery::Delivered
    );
    let second = send(&world, thread, "At five").await;
    assert_eq!(second.text.from.as_str(), SERVICE);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_report_that_comes_before_the_answer_to_the_send_says_the_number_too(pool: PgPool) {
    let (world, thread) = texted(pool).await;
    add_known_number(&world).await;
    let first = send(&world, thread, "Hi").await;
    report(&world, "SM1", "delivered", KNOWN).await;
    accept(&world, &first, "SM1").await;
    world
        .store
        .clock
        .set(server_store::testing::noon() + chrono::TimeDelta::seconds(2));
    let counts = delivery_reports::apply_early(&world.store, 10).await;
    assert_eq!(counts.unwrap().applied, 1);
    assert_eq!(
        shown(&world, thread, first.message).await,
        Delivery::Delivered
    );
    let second = send(&world, thread, "At five").await;
    assert_eq!(second.text.from.as_str(), KNOWN);
}
