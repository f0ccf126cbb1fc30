use super::{Desk, SETTINGS};
use crate::engine::{Outbox, OutboxCounts};
use app::domain::{Delivery, DeliveryFailure, FailureCode};
use app::ports::Conversations;
use chrono::TimeDelta;
use server_sms::SendError;
use server_store::testing::noon;
use sqlx::PgPool;
use std::collections::BTreeSet;
use std::time::Duration;

const NOTHING: OutboxCounts = OutboxCounts {
    sent: 0,
    recovered: 0,
    retried: 0,
    unclear: 0,
    held: 0,
    postponed: 0,
    failed: 0,
    left: 0,
};

fn passing() -> SendError {
    SendError::Transient {
        reason: "busy".into(),
        retry_after: None,
    }
}

fn later(retry_after: Option<Duration>) -> SendError {
    SendError::Deferred {
        reason: "Twilio 21611: the queue is full".into(),
        code: Some(FailureCode(21611)),
        retry_after,
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_text_that_is_due_is_sent_once_and_marked(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "See you there").await;
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts { sent: 1, ..NOTHING }
    );
    let row = desk.world.outbox_row(message).await;
    assert_eq!(
        (row.state.as_str(), row.attempts, row.last_error),
        ("sent", 1, None)
    );
    assert!(row.service_sid.is_some());
    desk.at(100_000);
    assert_eq!(desk.outbox.run_once().await.unwrap(), NOTHING);
    assert_eq!(desk.service.bodies(), ["See you there"]);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_text_waits_for_its_sender_to_be_mended_and_else_says_what_is_wrong_with_it(
    pool: PgPool,
) {
    let desk = Desk::new(pool).await;
    let not_ours = || {
        Err(SendError::SenderNotUsable {
            reason: "Twilio 21660: no".into(),
            code: FailureCode(21660),
        })
    };
    let mended = desk.world.queue(desk.thread, "Hello").await;
    desk.service.script_answers([not_ours()]);
    assert_eq!(desk.outbox.run_once().await.unwrap().retried, 1);
    desk.at(1_000);
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
    assert_eq!(desk.world.outbox_row(mended).await.state, "sent");

    desk.world.queue(desk.thread, "Are you there?").await;
    for attempt in 1..=SETTINGS.attempts {
        desk.at(1_000 * (i64::from(attempt) + 1));
        desk.service.script_answers([not_ours()]);
        desk.outbox.run_once().await.unwrap();
    }
    let view = desk.world.store.open(&desk.world.ann, desk.thread).await;
    let shown = view.unwrap().messages.pop().unwrap().delivery;
    let failure = DeliveryFailure::Code(FailureCode(21660));
    assert_eq!(shown, Some(Delivery::Failed(failure)));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_not_due_yet_waits(pool: PgPool) {
    let desk = Desk::new(pool).await;
    desk.at(60);
    desk.world.queue(desk.thread, "Later").await;
    desk.at(59);
    assert_eq!(desk.outbox.run_once().await.unwrap(), NOTHING);
    desk.at(60);
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts { sent: 1, ..NOTHING }
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_passing_failure_is_tried_again_after_a_wait(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    desk.service.script_answers([Err(passing())]);
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts {
            retried: 1,
            ..NOTHING
        }
    );
    let row = desk.world.outbox_row(message).await;
    assert_eq!(
        (row.state.as_str(), row.last_error.as_deref()),
        ("queued", Some("busy"))
    );
    let wait = row.next_attempt_at - noon();
    assert!(
        (TimeDelta::seconds(5)..=TimeDelta::seconds(10)).contains(&wait),
        "{wait}"
    );
    desk.at(4);
    assert_eq!(desk.outbox.run_once().await.unwrap(), NOTHING);
    desk.at(10);
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts { sent: 1, ..NOTHING }
    );
    assert_eq!(desk.world.outbox_row(message).await.last_error, None);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn it_is_not_tried_before_the_service_wants_it_to_be(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    let retry_after = Some(Duration::from_secs(45));
    desk.service.script_answers([Err(SendError::Transient {
        reason: "slow down".into(),
        retry_after,
    })]);
    desk.outbox.run_once().await.unwrap();
    assert_eq!(
        desk.world.outbox_row(message).await.next_attempt_at,
        noon() + TimeDelta::seconds(45)
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn no_service_makes_it_wait_for_longer_than_the_longest_delay(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    let mut at = 0;
    for seconds in [86_400, 3_153_600_000, 99_999_999_999_999_999] {
        desk.at(at);
        desk.service
            .script_answers([Err(later(Some(Duration::from_secs(seconds))))]);
        assert_eq!(desk.outbox.run_once().await.unwrap().retried, 1);
        at += 60;
        assert_eq!(
            desk.world.outbox_row(message).await.next_attempt_at,
            noon() + TimeDelta::seconds(at)
        );
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_the_service_takes_later_is_tried_for_a_time_however_often_that_is(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    desk.service
        .script_answers((0..6).map(|_| Err(later(None))));
    for at in [0, 60, 120, 180, 3599] {
        desk.at(at);
        let counts = desk.outbox.run_once().await.unwrap();
        assert_eq!((counts.retried, counts.failed), (1, 0), "at {at} s");
    }
    desk.at(3660);
    assert_eq!(desk.outbox.run_once().await.unwrap().failed, 1);
    assert_eq!(desk.world.outbox_row(message).await.attempts, 6);
    let view = desk.world.store.open(&desk.world.ann, desk.thread).await;
    let shown = view.unwrap().messages.pop().unwrap().delivery;
    let failure = DeliveryFailure::Code(FailureCode(21611));
    assert_eq!(shown, Some(Delivery::Failed(failure)));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn another_failure_after_that_does_not_end_it(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    let answers = [later(None), later(None), later(None), passing()];
    desk.service.script_answers(answers.map(Err));
    for at in [0, 60, 120, 180] {
        desk.at(at);
        let counts = desk.outbox.run_once().await.unwrap();
        assert_eq!((counts.retried, counts.failed), (1, 0), "at {at} s");
    }
    desk.at(240);
    assert_eq!(desk.outbox.run_once().await.unwrap().sent, 1);
    let row = desk.world.outbox_row(message).await;
    assert_eq!((row.state.as_str(), row.attempts), ("sent", 5));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn it_is_given_up_after_the_last_attempt_and_says_why(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    desk.service
        .script_answers([Err(passing()), Err(passing()), Err(passing())]);
    for (at, expected) in [(0, (1, 0)), (60, (1, 0)), (120, (0, 1)), (600, (0, 0))] {
        desk.at(at);
        let counts = desk.outbox.run_once().await.unwrap();
        assert_eq!((counts.retried, counts.failed), expected, "at {at} s");
    }
    let row = desk.world.outbox_row(message).await;
    assert_eq!(
        (row.state.as_str(), row.attempts, row.last_error.as_deref()),
        ("failed", 3, Some("busy"))
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_failing_text_delays_no_other(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let bad = desk.world.queue(desk.thread, "one").await;
    for body in ["two", "three"] {
        desk.world.queue(desk.thread, body).await;
    }
    desk.service.script_answers([Err(SendError::Permanent {
        reason: "21211: no such number".into(),
        code: Some(FailureCode(21211)),
    })]);
    let counts = desk.outbox.run_once().await.unwrap();
    assert_eq!(
        counts,
        OutboxCounts {
            sent: 2,
            failed: 1,
            ..NOTHING
        }
    );
    assert_eq!(desk.service.bodies(), ["two", "three"]);
    let row = desk.world.outbox_row(bad).await;
    assert_eq!(
        (row.state.as_str(), row.last_error.as_deref()),
        ("failed", Some("21211: no such number"))
    );
    let row = desk.world.row(desk.thread).await;
    assert!(!row.opted_out, "no opt-out without one");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn many_servers_at_once_send_every_text_once(pool: PgPool) {
    let desk = Desk::new(pool).await;
    let bodies: BTreeSet<String> = (0..60).map(|n| format!("text {n}")).collect();
    for body in &bodies {
        desk.world.queue(desk.thread, body).await;
    }
    let servers = [
        desk.outbox.clone(),
        desk.outbox.clone(),
        desk.outbox.clone(),
        desk.outbox.clone(),
    ];
    let mut sent = 0;
    while sent < 60 {
        let rounds = futures::future::join_all(servers.iter().map(Outbox::run_once)).await;
        sent += rounds
            .into_iter()
            .map(|counts| counts.unwrap().sent)
            .sum::<u32>();
    }
    let taken = desk.service.bodies();
    assert_eq!((sent, taken.len()), (60, 60));
    assert_eq!(taken.into_iter().collect::<BTreeSet<_>>(), bodies);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_number_that_was_taken_away_fails_and_a_service_that_is_not_configured_waits(
    pool: PgPool,
) {
    let desk = Desk::new(pool).await;
    let message = desk.world.queue(desk.thread, "Hello").await;
    desk.world
        .execute("update sending_number set service = 'twilio'".into())
        .await;
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts {
            retried: 1,
            ..NOTHING
        }
    );
    let error = desk
        .world
        .outbox_row(message)
        .await
        .last_error
        .unwrap_or_default();
    assert!(error.contains("twilio"), "{error}");
    desk.world
        .execute("delete from sending_number".into())
        .await;
    desk.at(i64::try_from(SETTINGS.backoff.cap.as_secs()).unwrap());
    assert_eq!(
        desk.outbox.run_once().await.unwrap(),
        OutboxCounts {
            failed: 1,
            ..NOTHING
        }
    );
    assert!(desk.service.bodies().is_empty());
}
