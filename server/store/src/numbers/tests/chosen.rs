//! Which number a conversation gets.

use super::{SECOND, THIRD, add_simulated, number};
use crate::conversations::locked::LOCKED;
use crate::messages::receive;
use crate::numbers::{add, save_rate, take_out_of_use, use_again};
use crate::outbox::{ClaimId, Postponed, claim, mark_sent, postpone};
use crate::testing::{World, noon};
use app::domain::{ConversationId, ServiceKind, TextRate};
use app::ports::Conversations;
use chrono::TimeDelta;
use server_message::ServiceSid;
use sqlx::{PgPool, Row};
use std::collections::BTreeMap;
use std::time::Duration;

/// The number that a text to the contact would be sent from.
async fn own_number(world: &World, conversation: i64) -> Option<String> {
    let row = sqlx::query(LOCKED)
        .bind(world.organization.0)
        .bind(world.store.clock.pinned())
        .bind(world.ann.member.0)
        .bind(conversation)
        .bind("Hi")
        .bind(world.store.carries_twilio)
        .fetch_one(&world.store.pool)
        .await
        .unwrap();
    row.get("own_number")
}

/// The numbers of a thousand contacts of the campaign who were never texted.
async fn chosen(world: &World) -> Vec<Option<String>> {
    let contacts: Vec<i64> = sqlx::query_scalar("select id from conversation order by id")
        .fetch_all(&world.store.pool)
        .await
        .unwrap();
    let mut numbers = Vec::new();
    for contact in contacts {
        numbers.push(own_number(world, contact).await);
    }
    numbers
}

async fn a_thousand_contacts(world: &World) {
    let campaign = world.campaign().await;
    let organization = world.organization;
    world
        .execute(format!(
            "with added as (
                 insert into contact (organization_id, campaign_id, cell, first_name, last_name)
                 select {organization}, {campaign}, '+1202556' || lpad(n::text, 4, '0'), 'Ada', 'Byron'
                   from generate_series(1, 1000) n
                 returning id)
             insert into conversation (organization_id, id, campaign_id)
             select {organization}, id, {campaign} from added"
        ))
        .await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn new_conversations_are_spread_evenly_and_a_change_moves_only_its_share(pool: PgPool) {
    let world = World::new(pool).await;
    let first = world.number().await;
    a_thousand_contacts(&world).await;
    add_simulated(&world, SECOND).await;
    let of_two = chosen(&world).await;
    add_simulated(&world, THIRD).await;
    let of_three = chosen(&world).await;
    let mut shares = BTreeMap::new();
    for chosen in &of_three {
        *shares.entry(chosen.clone().unwrap()).or_insert(0) += 1;
    }
    assert_eq!(shares.len(), 3, "{shares:?}");
    // Of a fair die with three sides, a thousand throws are outside of this once in ten thousand.
    for (number, share) in &shares {
        assert!((275..=392).contains(share), "{number}: {shares:?}");
    }
    assert_eq!(chosen(&world).await, of_three, "nothing changed");
    for (before, after) in of_two.iter().zip(&of_three) {
        assert!(
            after == before || after.as_deref() == Some(THIRD),
            "{before:?} {after:?}"
        );
    }
    let (store, admin) = (&world.store, &world.admin);
    take_out_of_use(store, admin, &number(THIRD), false)
        .await
        .unwrap();
    assert_eq!(chosen(&world).await, of_two);
    take_out_of_use(store, admin, &number(SECOND), false)
        .await
        .unwrap();
    let only = chosen(&world).await;
    assert!(only.iter().all(|own| own.as_ref() == Some(&first)));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_new_conversation_gets_the_number_with_the_fewest_texts_that_wait(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let (first, campaign) = (world.number().await, world.campaign().await);
    let mut unsent = Vec::new();
    for _ in 0..20 {
        unsent.push(world.unsent(campaign, &world.ann).await);
    }
    let rate = TextRate::try_from(1).unwrap();
    save_rate(store, admin, &number(&first), Some(rate))
        .await
        .unwrap();
    let messaged = world.pooled(campaign, 10).await;
    for text in 0..5 {
        world.queue(messaged, &format!("Text {text}")).await;
    }
    add_simulated(&world, SECOND).await;
    save_rate(store, admin, &number(SECOND), Some(rate))
        .await
        .unwrap();
    let of_hash = chosen(&world).await;
    // None of them waits for a turn yet.
    assert!(of_hash[..20].contains(&Some(first.clone())));

    let waiting = async |own: &str| -> i64 {
        sqlx::query_scalar(
            "select count(*) from outbox where state = 'paced' and paced_number = $1",
        )
        .bind(own)
        .fetch_one(&store.pool)
        .await
        .unwrap()
    };
    let mut given = Vec::new();
    for contact in unsent {
        // They wait for their turn; then each number sends one.
        for _ in 0..2 {
            claim(store, ClaimId::random(), 16, Duration::from_secs(60))
                .await
                .unwrap();
        }
        if waiting(SECOND).await == waiting(&first).await {
            break;
        }
        let own = own_number(&world, contact.0).await;
        assert_eq!(own.as_deref(), Some(SECOND), "{given:?}");
        store
            .send_first(&world.ann, contact, 0.into(), "Hi".into())
            .await
            .unwrap();
        given.push(contact);
    }
    assert_eq!((given.len(), waiting(&first).await), (5, 4));
    let is_new = |(at, _): &(usize, _)| *at >= given.len();
    let now = chosen(&world).await.into_iter().enumerate().filter(is_new);
    let before = of_hash.into_iter().enumerate().filter(is_new);
    assert!(now.eq(before), "those with as many are as good");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_number_whose_texts_the_carrier_takes_later_gets_no_new_conversation(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let (first, campaign) = (world.number().await, world.campaign().await);
    for _ in 0..20 {
        world.unsent(campaign, &world.ann).await;
    }
    let messaged = world.pooled(campaign, 10).await;
    world.queue(messaged, "Hello").await;
    add_simulated(&world, SECOND).await;
    let of_hash = chosen(&world).await;
    assert!(of_hash[..20].contains(&Some(first)));

    let claimed = async || {
        let claimed = claim(store, ClaimId::random(), 16, Duration::from_secs(60)).await;
        claimed.unwrap().swap_remove(0)
    };
    let (text, delay) = (claimed().await, Duration::from_secs(900));
    let reason = "The queue is full.";
    postpone(store, &text, Postponed::Deferred, delay, reason)
        .await
        .unwrap();
    let meanwhile = chosen(&world).await;
    let is_second = |own: &Option<String>| own.as_deref() == Some(SECOND);
    assert!(meanwhile[..20].iter().all(is_second), "{meanwhile:?}");

    store.clock.set(noon() + TimeDelta::minutes(15));
    let sid = ServiceSid("SM1".into());
    mark_sent(store, &claimed().await, &sid).await.unwrap();
    assert_eq!(chosen(&world).await, of_hash);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_conversation_keeps_its_number_which_still_receives(pool: PgPool) {
    let world = World::new(pool).await;
    let first = number(&world.number().await);
    let campaign = world.campaign().await;
    let unsent = world.unsent(campaign, &world.ann).await;
    let fresh = world.unsent(campaign, &world.ann).await;
    let (store, admin) = (&world.store, &world.admin);
    let sender = async |conversation: ConversationId| -> Vec<String> {
        sqlx::query_scalar("select own_number from message where conversation_id = $1 order by id")
            .bind(conversation.0)
            .fetch_all(&store.pool)
            .await
            .unwrap()
    };
    store
        .send_first(&world.ann, unsent, 0.into(), "Hi".into())
        .await
        .unwrap();
    let reply = world.text_from(unsent, "Hello").await;
    add_simulated(&world, SECOND).await;
    take_out_of_use(store, admin, &first, false).await.unwrap();
    assert_eq!(own_number(&world, fresh.0).await.as_deref(), Some(SECOND));
    receive(store, &reply).await.unwrap();
    assert_eq!(sender(unsent).await, vec![first.to_string(); 2]);
    assert_eq!(
        own_number(&world, unsent.0).await.as_deref(),
        Some(first.as_str())
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_number_of_a_service_without_an_account_is_not_chosen(pool: PgPool) {
    let world = World::new(pool).await;
    let contact = world.unsent(world.campaign().await, &world.ann).await.0;
    let first = world.number().await;
    let (store, admin) = (&world.store, &world.admin);
    add(store, admin, &number(SECOND), ServiceKind::Twilio)
        .await
        .unwrap();
    take_out_of_use(store, admin, &number(&first), false)
        .await
        .unwrap();
    assert_eq!(own_number(&world, contact).await.as_deref(), Some(SECOND));
    let without = World {
        store: world.store.clone().carrying_twilio(false),
        ..world
    };
    assert_eq!(own_number(&without, contact).await, None);
    use_again(&without.store, &without.admin, &number(&first))
        .await
        .unwrap();
    assert_eq!(own_number(&without, contact).await, Some(first));
}
