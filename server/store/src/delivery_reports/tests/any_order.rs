//! A text goes forward only, however its reports come.

use super::{delivery, failed, failure, mark_sent, report, sending, sent, texted};
use crate::delivery_reports::{Reported, apply_early, receive};
use crate::testing::{World, noon};
use app::domain::{Delivery, DeliveryFailure};
use chrono::TimeDelta;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use server_message::ReportedState::{self, Delivered, Failed, Sent};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_text_goes_forward_and_never_back_and_its_reason_stays(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let message = sent(&world, thread, "SM1").await;
    assert_eq!(delivery(&world, thread, message).await, Delivery::Sent);
    for (state, reported, shown) in [
        (Sent, Reported::Repeated, Delivery::Sent),
        (Delivered, Reported::Recorded, Delivery::Delivered),
        (Delivered, Reported::Repeated, Delivery::Delivered),
        (Sent, Reported::Repeated, Delivery::Delivered),
        (failed(30007), Reported::Recorded, failure(30007)),
        (Failed(None), Reported::Repeated, failure(30007)),
        (failed(30003), Reported::Repeated, failure(30007)),
        (Delivered, Reported::Repeated, failure(30007)),
        (Sent, Reported::Repeated, failure(30007)),
    ] {
        let report = report(&world, "SM1", state).await;
        assert_eq!(receive(&world.store, &report).await.unwrap(), reported);
        assert_eq!(delivery(&world, thread, message).await, shown, "{state:?}");
    }
}

fn state() -> impl Strategy<Value = ReportedState> {
    let states = [Sent, Delivered, Failed(None), failed(30003), failed(30007)];
    proptest::sample::select(states.to_vec())
}

/// How far a text has come, as its thread shows it.
fn shown_rank(delivery: &Delivery) -> i64 {
    match delivery {
        Delivery::Queued => 0,
        Delivery::Sent => 1,
        Delivery::Delivered => 2,
        Delivery::Failed(_) => 3,
    }
}

/// How far a text has come by reports.
fn rank(state: ReportedState) -> i64 {
    match state {
        Sent => 1,
        Delivered => 2,
        Failed(_) => 3,
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn any_order_and_repetition_give_the_furthest_state_and_keep_a_reason(pool: PgPool) {
    let world = World::new(pool).await;
    // Reports, and how many of them come before the send has returned.
    let reports = proptest::collection::vec(state(), 0..6);
    let texts = proptest::collection::vec((reports, 0_usize..6), 60);
    let texts = texts
        .new_tree(&mut TestRunner::default())
        .unwrap()
        .current();
    let thread = texted(&world).await;
    let mut messages = Vec::new();
    for (index, (states, early)) in texts.iter().enumerate() {
        let sid = format!("SM{index}");
        let claimed = sending(&world, thread).await;
        let (before, after) = states.split_at((*early).min(states.len()));
        for state in before {
            let report = report(&world, &sid, *state).await;
            let reported = receive(&world.store, &report).await.unwrap();
            assert_eq!(reported, Reported::Early);
        }
        mark_sent(&world, &claimed, &sid).await;
        for state in after {
            let report = report(&world, &sid, *state).await;
            receive(&world.store, &report).await.unwrap();
        }
        messages.push(claimed.message);
    }
    world.store.clock.set(noon() + TimeDelta::seconds(2));
    apply_early(&world.store, 1_000).await.unwrap();
    for (message, (states, early)) in messages.into_iter().zip(&texts) {
        let shown = delivery(&world, thread, message).await;
        let furthest = states.iter().map(|state| rank(*state)).max().unwrap_or(1);
        assert_eq!(
            shown_rank(&shown),
            furthest,
            "{states:?}, {early} of them early"
        );
        let codes: Vec<_> = states.iter().filter_map(|state| state.code()).collect();
        if let Delivery::Failed(DeliveryFailure::Code(code)) = shown {
            assert!(codes.contains(&code), "{states:?} gave {code:?}");
        } else {
            assert!(codes.is_empty(), "{states:?} gave {shown:?}");
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn two_reports_at_once_lose_neither_the_state_nor_the_reason(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    for round in 0..10 {
        let sid = format!("SM{round}");
        let message = sent(&world, thread, &sid).await;
        let (one, other) = (
            report(&world, &sid, Delivered).await,
            report(&world, &sid, failed(30005)).await,
        );
        let (one, other) = tokio::join!(receive(&world.store, &one), receive(&world.store, &other));
        one.unwrap();
        other.unwrap();
        assert_eq!(delivery(&world, thread, message).await, failure(30005));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_report_of_another_organizations_number_or_service_changes_nothing(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let elsewhere = World::new(pool).await;
    let thread = texted(&world).await;
    let message = sent(&world, thread, "SM1").await;
    let mut of_another = report(&elsewhere, "SM1", Delivered).await;
    let reported = receive(&world.store, &of_another).await.unwrap();
    assert_eq!(reported, Reported::Early);
    of_another.own_number = world.number().await;
    of_another.service = server_message::ServiceKind::Twilio;
    let reported = receive(&world.store, &of_another).await.unwrap();
    assert_eq!(reported, Reported::Early);
    assert_eq!(delivery(&world, thread, message).await, Delivery::Sent);
}
