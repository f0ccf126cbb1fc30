//! Texts that are still on their way when the contact's texting hours end, at 21:00 there.

use super::{Desk, SETTINGS};
use crate::engine::OutboxCounts;
use app::domain::{Delivery, DeliveryFailure, FailureCode, Goodbye, TextRate};
use app::ports::Conversations;
use chrono::TimeDelta;
use server_sms::SendError;
use server_store::numbers::save_rate;
use server_store::outbox::{ClaimId, claim};
use server_store::testing::noon;
use sqlx::PgPool;
use std::time::Duration;

/// 20:59, in seconds after noon.
const BEFORE: i64 = 9 * 3600 - 60;
/// 21:01.
const AFTER: i64 = 9 * 3600 + 60;
/// 9:00 on the next day.
const OPENING: i64 = 21 * 3600;

/// The service has no time before 21:01.
fn busy() -> SendError {
    SendError::Transient {
        reason: "busy".into(),
        retry_after: Some(Duration::from_secs(120)),
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_goodbye_that_was_not_sent_within_the_hours_is_given_up(pool: PgPool) {
    let desk = Desk::new(pool).await;
    desk.world
        .change_settings(|settings| settings.opt_out_goodbye = "We will not text you again.".into())
        .await;
    desk.at(BEFORE);
    let (store, ann) = (&desk.world.store, &desk.world.ann);
    store
        .opt_out(ann, desk.thread, Goodbye::Standard)
        .await
        .unwrap();
    desk.service.script_answers([Err(busy())]);
    assert_eq!(desk.outbox.run_once().await.unwrap().retried, 1);
    desk.at(AFTER);
    assert_eq!(desk.outbox.run_once().await.unwrap().failed, 1);
    let view = store.open(ann, desk.thread).await.unwrap();
    let shown = view.messages.last().unwrap().delivery.clone();
    let failure = DeliveryFailure::Code(FailureCode::OUTSIDE_HOURS);
    assert_eq!(shown, Some(Delivery::Failed(failure)));
    desk.at(OPENING);
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts::default()
    );
    assert_eq!(desk.service.bodies(), [""; 0]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn any_other_text_goes_out_when_they_open(pool: PgPool) {
    let desk = Desk::new(pool).await;
    desk.at(BEFORE);
    let message = desk.world.queue(desk.thread, "Hello").await;
    desk.service.script_answers([Err(busy())]);
    assert_eq!(desk.outbox.run_once().await.unwrap().retried, 1);
    desk.at(AFTER);
    assert_eq!(desk.outbox.run_once().await.unwrap().postponed, 1);
    let row = desk.world.outbox_row(message).await;
    assert_eq!(
        (row.state.as_str(), row.next_attempt_at),
        ("queued", noon() + TimeDelta::seconds(OPENING))
    );
    assert!(row.last_error.unwrap().contains("texting hours"));
    desk.at(OPENING - 1);
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts::default()
    );
    desk.at(OPENING);
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
    assert_eq!(desk.world.outbox_row(message).await.last_error, None);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_hours_are_those_of_the_contact(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let campaign = desk.world.campaign().await;
    let western = desk.world.reply(campaign, &desk.world.ann, 5).await;
    let zone = desk.world.zone("America/Los_Angeles").await;
    desk.world
        .execute(format!(
            "update conversation set time_zone_id = {zone} where id = {western}"
        ))
        .await;
    desk.at(AFTER);
    desk.world.queue(desk.thread, "To New York").await;
    desk.world.queue(western, "To Los Angeles").await;
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.postponed, counts.sent), (1, 1));
    assert_eq!(desk.service.bodies(), ["To Los Angeles"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_a_dead_server_may_have_sent_is_asked_about_before_it_waits(pool: PgPool) {
    let desk = Desk::new(pool).await;
    desk.at(BEFORE);
    for body in ["Sent", "Not sent"] {
        desk.world.queue(desk.thread, body).await;
    }
    let store = &desk.world.store;
    let claimed = claim(store, ClaimId::random(), 16, SETTINGS.lease).await;
    desk.service
        .add_sent(claimed.unwrap().swap_remove(0).text, "SM1");
    desk.at(AFTER);
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.recovered, counts.postponed, counts.sent), (1, 1, 0));
    desk.at(OPENING);
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
    assert_eq!(desk.service.bodies(), ["Sent", "Not sent"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_queue_of_a_slow_number_stops_when_they_end_and_goes_on_when_they_open(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let number = desk.world.number().await.parse().unwrap();
    let rate = TextRate::try_from(1).unwrap();
    let (store, admin) = (&desk.world.store, &desk.world.admin);
    save_rate(store, admin, &number, Some(rate)).await.unwrap();
    let closing = 9 * 3600;
    desk.at(closing - 5);
    let bodies: Vec<String> = (0..10).map(|text| format!("Text {text}")).collect();
    for body in &bodies {
        desk.world.queue(desk.thread, body).await;
    }
    let run_at = async |second| {
        desk.at(second);
        desk.outbox.run_once().await.unwrap();
    };
    // The first round finds that they wait for their turn.
    for second in -5..15 {
        run_at(closing + second).await;
    }
    let before = desk.service.bodies();
    assert!((4..=5).contains(&before.len()), "{before:?}");
    for second in 0..20 {
        run_at(OPENING + second).await;
    }
    assert_eq!(desk.service.bodies(), bodies);
}
