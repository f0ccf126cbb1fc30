//! Texts of a campaign that is paused.

use super::{Desk, SETTINGS};
use crate::engine::OutboxCounts;
use app::domain::CampaignId;
use app::ports::{CampaignSetup, Conversations};
use futures::future::join_all;
use server_sms::SendError;
use server_store::outbox::{ClaimId, claim};
use sqlx::PgPool;
use std::collections::BTreeSet;

async fn pause(desk: &Desk) -> CampaignId {
    let campaign = desk.campaign().await;
    let (store, admin) = (&desk.world.store, &desk.world.admin);
    store.pause(admin, campaign, true).await.unwrap();
    campaign
}

/// Rounds of the outbox, until one finds nothing.
async fn run_until_empty(desk: &Desk) {
    while desk.outbox.run_once().await.unwrap() != OutboxCounts::default() {}
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_in_the_outbox_waits_and_goes_out_when_it_is_resumed(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let elsewhere = desk.world.campaign().await;
    let elsewhere = desk.world.reply(elsewhere, &desk.world.ann, 5).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    desk.world.queue(elsewhere, "Elsewhere").await;
    let campaign = pause(&desk).await;
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.held, counts.sent, counts.failed), (1, 1, 0));
    assert_eq!(desk.world.outbox_row(message).await.state, "held");
    desk.at(3600);
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts::default()
    );
    assert_eq!(desk.service.bodies(), ["Elsewhere"]);
    let (store, admin) = (&desk.world.store, &desk.world.admin);
    store.resume(admin, campaign).await.unwrap();
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
    assert_eq!(desk.service.bodies(), ["Elsewhere", "Hello"]);
}

fn later() -> Result<(), SendError> {
    Err(SendError::Deferred {
        reason: "the queue is full".into(),
        code: None,
        retry_after: None,
    })
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_pause_does_not_count_where_the_carrier_takes_a_text_later(pool: PgPool) {
    let desk = Desk::new(pool).await;
    desk.world.queue(desk.thread, "Hello").await;
    desk.service.script_answers([later(), later()]);
    assert_eq!(desk.outbox.run_once().await.unwrap().retried, 1);
    desk.at(60);
    let campaign = pause(&desk).await;
    assert_eq!(desk.outbox.run_once().await.unwrap().held, 1);
    desk.at(4000);
    let (store, admin) = (&desk.world.store, &desk.world.admin);
    store.resume(admin, campaign).await.unwrap();
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.retried, counts.failed), (1, 0));
    desk.at(4060);
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn attempts_from_before_a_pause_do_not_count_where_the_carrier_takes_a_text_later(
    pool: PgPool,
) {
    let desk = Desk::new(pool).await;
    desk.world.queue(desk.thread, "Hello").await;
    for attempt in 0..=i64::from(SETTINGS.attempts) {
        desk.at(60 * attempt);
        desk.service.script_answers([later()]);
        assert_eq!(desk.outbox.run_once().await.unwrap().retried, 1);
    }
    let campaign = pause(&desk).await;
    desk.at(1_000);
    assert_eq!(desk.outbox.run_once().await.unwrap().held, 1);
    let (store, admin) = (&desk.world.store, &desk.world.admin);
    store.resume(admin, campaign).await.unwrap();
    let refused = SendError::Transient {
        reason: "no connection".into(),
        retry_after: None,
    };
    desk.service.script_answers([Err(refused)]);
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.retried, counts.failed), (1, 0));
    desk.at(1_060);
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn resumed_at_night_it_goes_out_when_the_hours_open(pool: PgPool) {
    let desk = Desk::new(pool).await;
    desk.world.queue(desk.thread, "Hello").await;
    let campaign = pause(&desk).await;
    desk.outbox.run_once().await.unwrap();
    // 22:00 there; the hours end at 21:00 and open at 9:00.
    desk.at(10 * 3600);
    let (store, admin) = (&desk.world.store, &desk.world.admin);
    store.resume(admin, campaign).await.unwrap();
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts::default()
    );
    desk.at(21 * 3600 - 1);
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts::default()
    );
    desk.at(21 * 3600);
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_a_dead_server_may_have_sent_is_asked_about_before_it_is_held(pool: PgPool) {
    let desk = Desk::new(pool).await;
    for body in ["Sent", "Not sent"] {
        desk.world.queue(desk.thread, body).await;
    }
    let store = &desk.world.store;
    let claimed = claim(store, ClaimId::random(), 16, SETTINGS.lease).await;
    let sent = claimed.unwrap().swap_remove(0);
    desk.service.add_sent(sent.text, "SM1");
    let campaign = pause(&desk).await;
    desk.at(120);
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.recovered, counts.held, counts.sent), (1, 1, 0));
    store.resume(&desk.world.admin, campaign).await.unwrap();
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
    assert_eq!(desk.service.bodies(), ["Sent", "Not sent"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_goodbye_is_given_up_and_so_is_what_was_erased_meanwhile(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let goodbye = desk.world.queue(desk.thread, "We will not text you.").await;
    let erased = desk.world.queue(desk.thread, "Hello").await;
    let set = format!("update outbox set goodbye = true where message_id = {goodbye}");
    desk.world.execute(set).await;
    let campaign = pause(&desk).await;
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!((counts.failed, counts.held), (1, 1));
    let row = desk.world.outbox_row(goodbye).await;
    assert!(row.last_error.unwrap().contains("paused"));
    // As the retention of archived campaigns does.
    let set = format!("update message set body = '', erased = true where id = {erased}");
    desk.world.execute(set).await;
    let (store, admin) = (&desk.world.store, &desk.world.admin);
    store.resume(admin, campaign).await.unwrap();
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts::default()
    );
    assert_eq!(desk.world.outbox_row(erased).await.state, "failed");
    assert_eq!(desk.service.bodies(), [""; 0]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn of_texts_sent_at_the_moment_of_the_pause_each_is_refused_or_waits(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let (world, store) = (&desk.world, &desk.world.store);
    let campaign = desk.campaign().await;
    let mut replies = Vec::new();
    for _ in 0..24 {
        replies.push(world.reply(campaign, &world.ann, 5).await);
    }
    let mut sends = replies
        .iter()
        .map(|id| store.send(&world.ann, *id, 0.into(), format!("Hello {id}")))
        .collect::<Vec<_>>();
    let later = sends.split_off(12);
    let (first, paused, later) = tokio::join!(
        join_all(sends),
        store.pause(&world.admin, campaign, true),
        join_all(later),
    );
    paused.unwrap();
    run_until_empty(&desk).await;
    assert_eq!(
        desk.service.bodies(),
        [""; 0],
        "nothing goes out after the pause"
    );
    store.resume(&world.admin, campaign).await.unwrap();
    run_until_empty(&desk).await;
    let sent: BTreeSet<String> = [first, later]
        .concat()
        .iter()
        .zip(&replies)
        .filter(|(sent, _)| sent.is_ok())
        .map(|(_, id)| format!("Hello {id}"))
        .collect();
    let bodies = desk.service.bodies();
    assert_eq!(bodies.len(), sent.len(), "each goes out once");
    assert_eq!(bodies.into_iter().collect::<BTreeSet<_>>(), sent);
    let drafts = world.count("select count(*) from draft").await;
    assert_eq!(drafts as usize, replies.len() - sent.len());
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_held_at_the_moment_of_the_resume_is_not_left_behind(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let (store, admin) = (&desk.world.store, &desk.world.admin);
    for round in 0..20 {
        for text in 0..8 {
            desk.world
                .queue(desk.thread, &format!("{round} {text}"))
                .await;
        }
        let campaign = pause(&desk).await;
        let (ran, resumed) = tokio::join!(desk.outbox.run_once(), store.resume(admin, campaign));
        ran.unwrap();
        resumed.unwrap();
        run_until_empty(&desk).await;
        assert_eq!(desk.service.bodies().len(), (round + 1) * 8, "{round}");
    }
}
