//! A server that dies, or an answer that is lost, between the request and the mark.

use super::{Desk, SETTINGS};
use chrono::TimeDelta;
use server_message::ServiceSid;
use server_sms::SendError;
use server_store::outbox::{ClaimId, Mark, claim, end_claim, mark_sent};
use server_store::testing::noon;
use sqlx::PgPool;

const LEASE: i64 = 120;

fn lost() -> SendError {
    SendError::Uncertain {
        reason: "the answer was lost".into(),
    }
}

/// A server that claims what is due, and dies.
async fn claim_and_die(desk: &Desk) -> Vec<server_store::outbox::Claimed> {
    claim(&desk.world.store, ClaimId::random(), 16, SETTINGS.lease)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_a_dead_server_had_not_sent_is_sent_when_its_lease_ends(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    claim_and_die(&desk).await;
    desk.at(LEASE - 1);
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        Default::default(),
        "it may still be alive"
    );
    desk.at(LEASE);
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
    assert_eq!(desk.service.bodies(), ["Hello"]);
    assert_eq!(desk.world.outbox_row(message).await.attempts, 2);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_claim_whose_answer_was_lost_is_ended_at_once_and_no_other(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let (store, lost) = (&desk.world.store, ClaimId::random());
    desk.world.queue(desk.thread, "Hello").await;
    claim(store, lost, 16, SETTINGS.lease).await.unwrap();
    desk.world.queue(desk.thread, "Goodbye").await;
    claim_and_die(&desk).await;
    assert_eq!(end_claim(store, lost).await.unwrap(), 1);
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
    assert_eq!(desk.service.bodies(), ["Hello"]);
    assert_eq!(end_claim(store, lost).await.unwrap(), 0, "it is sent");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_a_dead_server_had_sent_is_not_sent_again(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    let [claimed] = claim_and_die(&desk).await.try_into().unwrap();
    desk.service.add_sent(claimed.text, "SM1");
    desk.at(LEASE);
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.recovered, counts.sent), (1, 0));
    let row = desk.world.outbox_row(message).await;
    assert_eq!(
        (row.state.as_str(), row.service_sid.as_deref()),
        ("sent", Some("SM1"))
    );
    assert_eq!(desk.service.bodies().len(), 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_same_words_said_twice_are_two_texts(pool: PgPool) {
    let desk = Desk::new(pool).await;
    desk.world.queue(desk.thread, "ok").await;
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
    let second = desk.world.queue(desk.thread, "ok").await;
    claim_and_die(&desk).await;
    desk.at(LEASE);
    // The service knows of one, which is the first.
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
    assert_eq!(desk.service.bodies(), ["ok", "ok"]);
    assert_eq!(desk.world.outbox_row(second).await.state, "sent");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn of_two_texts_with_the_same_words_the_one_that_was_taken_counts_once(pool: PgPool) {
    let desk = Desk::new(pool).await;
    for _ in 0..2 {
        desk.world.queue(desk.thread, "ok").await;
    }
    let claimed = claim_and_die(&desk).await;
    desk.service.add_sent(claimed[0].text.clone(), "SM1");
    desk.at(LEASE);
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.recovered, counts.sent), (1, 1));
    assert_eq!(desk.service.bodies(), ["ok", "ok"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn after_an_answer_that_was_lost_the_service_is_asked_before_anything_is_sent(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    desk.service.script_answers([Err(lost())]);
    assert_eq!(desk.outbox.run_once().await.unwrap().unclear, 1);
    let row = desk.world.outbox_row(message).await;
    assert_eq!(
        (row.state.as_str(), row.last_error.as_deref()),
        ("sending", Some("the answer was lost"))
    );
    assert_eq!(
        row.next_attempt_at,
        noon() + TimeDelta::seconds(20),
        "given time to know of it"
    );

    let text = claimed_text(&desk).await;
    desk.service.add_sent(text, "SM1");
    desk.at(20);
    assert_eq!(desk.outbox.run_once().await.unwrap().recovered, 1);
    assert_eq!(desk.service.bodies().len(), 1);
    assert_eq!(desk.world.outbox_row(message).await.last_error, None);
}

async fn claimed_text(desk: &Desk) -> server_message::OutboundText {
    server_message::OutboundText {
        from: desk.world.number().await.parse().unwrap(),
        to: desk.world.cell(desk.thread).await.parse().unwrap(),
        body: "Hello".into(),
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn while_the_service_cannot_be_asked_nothing_is_sent_or_given_up(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    claim_and_die(&desk).await;
    desk.service.set_unreachable(true);
    for round in 0..10 {
        desk.at(LEASE + round * 60);
        assert_eq!(
            desk.outbox.run_once().await.unwrap().unclear,
            1,
            "round {round}"
        );
    }
    assert!(desk.sends.try_recv().is_err(), "nothing was sent");
    assert_eq!(desk.world.outbox_row(message).await.state, "sending");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_text_whose_answers_are_always_lost_is_given_up_in_the_end(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    desk.service.script_answers((0..10).map(|_| Err(lost())));
    let mut outcomes = Vec::new();
    for round in 0..6 {
        desk.at(round * 60);
        let counts = desk.outbox.run_once().await.unwrap();
        outcomes.push((counts.unclear, counts.failed));
    }
    assert_eq!(outcomes, [(1, 0), (1, 0), (1, 0), (0, 1), (0, 0), (0, 0)]);
    assert_eq!(desk.world.outbox_row(message).await.state, "failed");
    let mut sends = 0;
    while desk.sends.try_recv().is_ok() {
        sends += 1;
    }
    assert_eq!(sends, i32::from(SETTINGS.attempts));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_server_that_comes_back_after_its_lease_changes_nothing(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    let [slow] = claim_and_die(&desk).await.try_into().unwrap();
    desk.at(LEASE);
    let [quick] = claim_and_die(&desk).await.try_into().unwrap();
    assert!(!slow.resumed && quick.resumed);
    let (own, late) = (ServiceSid("SM2".into()), ServiceSid("SM1".into()));
    let store = &desk.world.store;
    assert_eq!(
        mark_sent(store, &slow, &late).await.unwrap(),
        Mark::Superseded
    );
    assert_eq!(desk.world.outbox_row(message).await.state, "sending");
    assert_eq!(mark_sent(store, &quick, &own).await.unwrap(), Mark::Done);
    assert_eq!(
        mark_sent(store, &quick, &late).await.unwrap(),
        Mark::Superseded,
        "sent is sent"
    );
    assert_eq!(
        desk.world.outbox_row(message).await.service_sid.as_deref(),
        Some("SM2")
    );
}
