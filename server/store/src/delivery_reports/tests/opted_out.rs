//! A carrier that has an opt-out.

use super::{delivery, mark_sent, sending};
use super::{failed, failure, report, sent, texted};
use crate::delivery_reports::{apply_early, receive};
use crate::messages;
use crate::opt_outs::lift;
use crate::testing::{World, noon};
use app::domain::ConversationId;
use chrono::TimeDelta;
use server_message::ReportedState::Failed;
use sqlx::PgPool;

const BY_CARRIER: &str = "select count(*) from opt_out where origin = 'carrier'";

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_report_that_the_contact_opted_out_with_the_carrier_opts_them_out_everywhere(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let other = world.reply(world.campaign().await, &world.ben, 5).await;
    world.same_contact(thread, other).await;
    let message = sent(&world, thread, "SM1").await;
    let refused = report(&world, "SM1", failed(21610)).await;
    // A report without the code says nothing of an opt-out.
    let without_code = report(&world, "SM1", Failed(None)).await;
    receive(&world.store, &without_code).await.unwrap();
    assert!(!world.row(thread).await.opted_out);
    receive(&world.store, &refused).await.unwrap();
    for thread in [thread, other] {
        let row = world.row(thread).await;
        assert_eq!((row.status.as_str(), row.opted_out), ("closed", true));
    }
    assert_eq!(world.count(BY_CARRIER).await, 1);
    assert_eq!(delivery(&world, thread, message).await, failure(21610));
    assert_eq!(world.outbox_row(message).await.state, "failed");

    // Once: the same report after the opt-out was lifted opts nobody out.
    world.execute("delete from opt_out".into()).await;
    receive(&world.store, &refused).await.unwrap();
    assert_eq!(world.count(BY_CARRIER).await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_early_report_of_an_opt_out_counts_too(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let claimed = sending(&world, thread).await;
    let refused = report(&world, "SM1", failed(21610)).await;
    receive(&world.store, &refused).await.unwrap();
    assert_eq!(world.count(BY_CARRIER).await, 0, "whose text is not known");
    mark_sent(&world, &claimed, "SM1").await;
    world.store.clock.set(noon() + TimeDelta::seconds(1));
    apply_early(&world.store, 10).await.unwrap();
    assert_eq!(world.count(BY_CARRIER).await, 1);
    assert!(world.row(thread).await.opted_out);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_opt_out_that_is_reported_after_another_reason_is_recorded_and_the_reason_stays(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let message = sent(&world, thread, "SM1").await;
    for code in [30003, 21610, 21610] {
        let report = report(&world, "SM1", failed(code)).await;
        receive(&world.store, &report).await.unwrap();
    }
    assert!(world.row(thread).await.opted_out);
    assert_eq!(world.count(BY_CARRIER).await, 1);
    assert_eq!(delivery(&world, thread, message).await, failure(30003));

    // The carrier says again what it said before the opt-out was lifted.
    world.store.clock.set(noon() + TimeDelta::minutes(1));
    let cell = world.cell(thread).await.parse().unwrap();
    let actor = world.admin.actor();
    lift(&world.store, actor, &cell, "They asked for it")
        .await
        .unwrap();
    let again = report(&world, "SM1", failed(21610)).await;
    receive(&world.store, &again).await.unwrap();
    assert_eq!(world.count(BY_CARRIER).await, 0);
    assert!(!world.row(thread).await.opted_out);
}

async fn says(world: &World, thread: ConversationId, minute: i64, word: &str) {
    world.store.clock.set(noon() + TimeDelta::minutes(minute));
    let text = world.text_from(thread, word).await;
    messages::receive(&world.store, &text).await.unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_late_report_does_not_opt_out_who_asked_for_texts_since(pool: PgPool) {
    // Whether Baton knew of the opt-out, or the carrier alone.
    for words in [&["STOP", "START"][..], &["start please"], &["START", "Hi"]] {
        let world = World::new(pool.clone()).await;
        let thread = texted(&world).await;
        let message = sent(&world, thread, "SM1").await;
        for word in words {
            says(&world, thread, 1, word).await;
        }
        let refused = report(&world, "SM1", failed(21610)).await;
        receive(&world.store, &refused).await.unwrap();
        assert!(!world.row(thread).await.opted_out, "{words:?}");
        assert_eq!(delivery(&world, thread, message).await, failure(21610));

        // What is refused of a later text counts.
        world.store.clock.set(noon() + TimeDelta::minutes(2));
        sent(&world, thread, "SM2").await;
        let refused = report(&world, "SM2", failed(21610)).await;
        receive(&world.store, &refused).await.unwrap();
        assert!(world.row(thread).await.opted_out, "{words:?}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nor_does_one_that_came_before_its_text_was_known(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let claimed = sending(&world, thread).await;
    let refused = report(&world, "SM1", failed(21610)).await;
    receive(&world.store, &refused).await.unwrap();
    says(&world, thread, 1, "START").await;
    mark_sent(&world, &claimed, "SM1").await;
    apply_early(&world.store, 10).await.unwrap();
    assert!(!world.row(thread).await.opted_out);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_does_where_that_was_not_their_last_word(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    says(&world, thread, -1, "START").await;
    world.store.clock.set(noon());
    sent(&world, thread, "SM1").await;
    says(&world, thread, 1, "Where do I start?").await;
    let refused = report(&world, "SM1", failed(21610)).await;
    receive(&world.store, &refused).await.unwrap();
    assert!(world.row(thread).await.opted_out);
}
