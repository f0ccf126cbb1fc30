//! Reports that come before their text's id is known.

use super::{delivery, failed, failure, mark_sent, report, sending, texted};
use crate::delivery_reports::{EarlyCounts, Reported, apply_early, receive};
use crate::testing::{World, noon};
use app::domain::Delivery;
use chrono::TimeDelta;
use server_message::ReportedState::{Delivered, Sent};
use sqlx::PgPool;

const KEPT: &str = "select count(*) from early_delivery_report";

fn counts(applied: u32, postponed: u32, expired: u32) -> EarlyCounts {
    EarlyCounts {
        applied,
        postponed,
        expired,
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_early_report_counts_when_the_id_is_known(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let claimed = sending(&world, thread).await;
    for state in [Delivered, failed(30007), Delivered] {
        let report = report(&world, "SM1", state).await;
        let reported = receive(&world.store, &report).await.unwrap();
        assert_eq!(reported, Reported::Early);
    }
    assert_eq!(world.count(KEPT).await, 1);
    let run = async |seconds| {
        world.store.clock.set(noon() + TimeDelta::seconds(seconds));
        apply_early(&world.store, 10).await.unwrap()
    };
    assert_eq!(run(0).await, counts(0, 0, 0), "not at once");
    // The send takes long: after one second, two, four.
    assert_eq!(run(1).await, counts(0, 1, 0));
    assert_eq!(run(2).await, counts(0, 1, 0));
    assert_eq!(run(3).await, counts(0, 0, 0));
    mark_sent(&world, &claimed, "SM1").await;
    assert_eq!(run(4).await, counts(1, 0, 0));
    assert_eq!(world.count(KEPT).await, 0);
    let shown = delivery(&world, thread, claimed.message).await;
    assert_eq!(shown, failure(30007));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_never_becomes_known_expires_and_is_bounded(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let early = report(&world, "SMdead", Delivered).await;
    receive(&world.store, &early).await.unwrap();
    // That it was sent says nothing which the send does not say.
    receive(&world.store, &report(&world, "SMsent", Sent).await)
        .await
        .unwrap();
    assert_eq!(world.count(KEPT).await, 1);
    world
        .execute(format!(
            "insert into early_delivery_report
             select organization_id, service, 'SM' || n, own_number, state, null, received_at, next_attempt_at
               from early_delivery_report, generate_series(1, 998) n where organization_id = {}",
            world.organization
        ))
        .await;
    for sid in ["SMthousandth", "SMone-more"] {
        let report = report(&world, sid, Delivered).await;
        receive(&world.store, &report).await.unwrap();
    }
    assert_eq!(world.count(KEPT).await, 1_000);
    // What came last is not crowded out by what waits for nothing.
    let newest = "select count(*) from early_delivery_report where service_sid in ('SMthousandth', 'SMone-more')";
    assert_eq!(world.count(newest).await, 2);
    world.store.clock.set(noon() + TimeDelta::minutes(59));
    let run = async || apply_early(&world.store, 2_000).await.unwrap();
    assert_eq!(run().await, counts(0, 1_000, 0));
    world.store.clock.set(noon() + TimeDelta::minutes(119));
    assert_eq!(run().await, counts(0, 0, 1_000));
    assert_eq!(world.count(KEPT).await, 0);
    assert_eq!(world.thread_texts(thread).await.len(), 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn two_servers_apply_an_early_report_once(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let claimed = sending(&world, thread).await;
    let early = report(&world, "SM1", Delivered).await;
    receive(&world.store, &early).await.unwrap();
    mark_sent(&world, &claimed, "SM1").await;
    world.store.clock.set(noon() + TimeDelta::seconds(1));
    let (one, other) = tokio::join!(apply_early(&world.store, 10), apply_early(&world.store, 10));
    assert!(one.unwrap().applied + other.unwrap().applied >= 1);
    assert_eq!(
        delivery(&world, thread, claimed.message).await,
        Delivery::Delivered
    );
    assert_eq!(world.count(KEPT).await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_early_reasons_that_of_an_opt_out_counts(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let claimed = sending(&world, thread).await;
    for code in [30003, 21610, 30005] {
        let report = report(&world, "SM1", failed(code)).await;
        receive(&world.store, &report).await.unwrap();
    }
    mark_sent(&world, &claimed, "SM1").await;
    world.store.clock.set(noon() + TimeDelta::seconds(1));
    assert_eq!(
        apply_early(&world.store, 10).await.unwrap(),
        counts(1, 0, 0)
    );
    assert!(world.row(thread).await.opted_out);
}
