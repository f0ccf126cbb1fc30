//! The rate of a number, whichever server claims, by a clock in hand.

use super::{ClaimId, Claimed, claim, mark_sent, next_due};
use crate::numbers::{add, save_rate};
use crate::testing::{Thread, World, noon};
use app::domain::{ConversationId, Sender, ServiceKind, TextRate};
use chrono::TimeDelta;
use server_message::ServiceSid;
use sqlx::PgPool;
use std::collections::BTreeMap;
use std::time::Duration;

const SLOW: &str = "+12025550701";
const FAST: &str = "+12025550710";
const FREE: &str = "+12025550799";
const LEASE: Duration = Duration::from_secs(120);

fn number(text: &str) -> Sender {
    text.parse().unwrap()
}

async fn rate(world: &World, of: &str, texts: Option<i32>) {
    let rate = texts.map(|texts| TextRate::try_from(texts).unwrap());
    save_rate(&world.store, &world.admin, &number(of), rate)
        .await
        .unwrap();
}

/// Numbers that send one a second, ten a second, and as many as there are; and a conversation.
async fn world(pool: PgPool) -> (World, ConversationId) {
    let world = World::new(pool).await;
    for of in [SLOW, FAST, FREE] {
        add(
            &world.store,
            &world.admin,
            &number(of),
            ServiceKind::Simulated,
        )
        .await
        .unwrap();
    }
    rate(&world, SLOW, Some(1)).await;
    rate(&world, FAST, Some(10)).await;
    let campaign = world.campaign().await;
    let thread = world
        .thread(campaign, Some(&world.ann), &Thread::waiting(60))
        .await;
    (world, thread)
}

/// Queues so many texts of a number, all of them due now.
async fn queue(world: &World, thread: ConversationId, from: &str, texts: i32) {
    world
        .execute(format!(
            "with m as (
                 insert into message (organization_id, conversation_id, direction, body, own_number, created_at)
                 select {organization}, {thread}, 'outbound', 'Hi', '{from}', '{noon}' from generate_series(1, {texts})
                 returning id)
             insert into outbox (organization_id, message_id, next_attempt_at)
             select {organization}, m.id, '{noon}' from m",
            organization = world.organization,
            noon = noon(),
        ))
        .await;
}

fn at(world: &World, milliseconds: i64) {
    let moment = noon() + TimeDelta::milliseconds(milliseconds);
    world.store.clock.set(moment);
}

/// What a server claims, and has sent at once.
async fn claimed(world: &World) -> Vec<Claimed> {
    let claimed = claim(&world.store, ClaimId::random(), 16, LEASE).await;
    let claimed = claimed.unwrap();
    for text in &claimed {
        let sid = ServiceSid(format!("SENT{}", text.message));
        mark_sent(&world.store, text, &sid).await.unwrap();
    }
    claimed
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn two_servers_keep_numbers_to_their_rates_while_another_goes_at_full_speed(pool: PgPool) {
    let (world, thread) = world(pool).await;
    queue(&world, thread, SLOW, 50).await;
    queue(&world, thread, FAST, 100).await;
    queue(&world, thread, FREE, 200).await;
    let mut sent: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for moment in (0..5_000).step_by(50) {
        at(&world, moment);
        let (one, other) = tokio::join!(claimed(&world), claimed(&world));
        for text in one.into_iter().chain(other) {
            let moments = sent.entry(text.text.from.to_string()).or_default();
            moments.push(moment);
        }
    }
    for (of, most) in [(SLOW, 1), (FAST, 10)] {
        let moments = &sent[of];
        for start in moments {
            let second = *start..*start + 1000;
            let texts = moments.iter().filter(|at| second.contains(*at)).count();
            assert!(
                texts <= most,
                "{of} sent {texts} within a second of {start}"
            );
        }
        assert!(moments.len() >= 5 * most - 1, "{of}: {moments:?}");
    }
    let free = &sent[FREE];
    assert_eq!(free.len(), 200);
    assert!(free.iter().all(|moment| *moment < 1000), "{free:?}");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_slow_number_with_a_long_queue_stops_no_other(pool: PgPool) {
    let (world, thread) = world(pool).await;
    queue(&world, thread, SLOW, 1200).await;
    queue(&world, thread, FREE, 3).await;
    at(&world, 0);
    let mut texts = Vec::new();
    // A few claims look past the queue, each at five hundred.
    for _ in 0..4 {
        texts.extend(claimed(&world).await);
    }
    let from_free = texts.iter().filter(|text| text.text.from.as_str() == FREE);
    assert_eq!(from_free.count(), 3);
    assert_eq!(texts.len(), 4, "one of the slow number");
    assert_eq!(
        next_due(&world.store).await.unwrap(),
        Some(Duration::from_secs(1))
    );
    at(&world, 999);
    assert_eq!(claimed(&world).await.len(), 0);
    at(&world, 1000);
    let next = claimed(&world).await;
    assert_eq!(next.len(), 1);
    // In the order in which they were written.
    let before = texts.iter().find(|text| text.text.from.as_str() == SLOW);
    assert_eq!(next[0].message.0, before.unwrap().message.0 + 1);
    assert_eq!((next[0].attempt, next[0].resumed), (1, false));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn without_a_rate_what_waited_goes_at_once(pool: PgPool) {
    let (world, thread) = world(pool).await;
    queue(&world, thread, SLOW, 20).await;
    at(&world, 0);
    assert_eq!(claimed(&world).await.len(), 0, "they wait for their turn");
    assert_eq!(claimed(&world).await.len(), 1);
    rate(&world, SLOW, None).await;
    assert_eq!(next_due(&world.store).await.unwrap(), Some(Duration::ZERO));
    assert_eq!(claimed(&world).await.len(), 16);
    assert_eq!(claimed(&world).await.len(), 3);
    assert_eq!(next_due(&world.store).await.unwrap(), None);
    queue(&world, thread, SLOW, 2).await;
    assert_eq!(claimed(&world).await.len(), 2);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_text_whose_lease_ended_is_asked_about_before_it_is_sent_again(pool: PgPool) {
    let (world, thread) = world(pool).await;
    queue(&world, thread, SLOW, 1).await;
    at(&world, 0);
    let claim = async || {
        let claimed = claim(&world.store, ClaimId::random(), 16, LEASE).await;
        claimed.unwrap()
    };
    assert!(claim().await.is_empty());
    assert!(!claim().await[0].resumed);
    at(&world, 121_000);
    let again = claim().await;
    assert_eq!((again[0].resumed, again[0].attempt), (true, 2));
}
