//! **Previous** and **Next** of a conversation.

use crate::testing::{World, noon};
use app::domain::ConversationId;
use app::ports::Conversations;
use chrono::TimeDelta;
use sqlx::PgPool;

/// What is before and after it, as its texter sees it.
async fn beside(
    world: &World,
    id: ConversationId,
) -> (Option<ConversationId>, Option<ConversationId>) {
    let view = world.store.open(&world.ann, id).await.unwrap();
    (view.previous, view.next)
}

/// Ann sends a text in it, a minute after the one before.
async fn answer(world: &World, id: ConversationId, minute: i64) {
    world.store.clock.set(noon() + TimeDelta::minutes(minute));
    let page = world.store.open(&world.ann, id).await.unwrap().lease_epoch;
    let sent = world
        .store
        .send(&world.ann, id, page.into(), "At five".into());
    sent.await.unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn replies_are_walked_by_their_wait_and_back_to_those_answered_a_moment_ago(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, other) = (world.campaign().await, world.campaign().await);
    let third = world.reply(one, &world.ann, 10).await;
    let first = world.reply(other, &world.ann, 90).await;
    let second = world.reply(one, &world.ann, 50).await;
    world.reply(one, &world.ben, 500).await;
    assert_eq!(beside(&world, first).await, (None, Some(second)));
    assert_eq!(beside(&world, second).await, (Some(first), Some(third)));
    // After the last one it begins again.
    assert_eq!(beside(&world, third).await, (Some(second), Some(first)));

    answer(&world, first, 1).await;
    assert_eq!(beside(&world, second).await, (Some(first), Some(third)));
    answer(&world, second, 2).await;
    assert_eq!(beside(&world, third).await, (Some(second), None));
    assert_eq!(beside(&world, second).await, (Some(first), Some(third)));
    assert_eq!(beside(&world, first).await, (None, Some(third)));
    // What somebody else has by now is left out.
    let ben = world.ben.member;
    world.change(second, format!("assigned_to = {ben}")).await;
    assert_eq!(beside(&world, third).await, (Some(first), None));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_way_back_is_no_circle(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let before = world.reply(campaign, &world.ann, 95).await;
    let one = world.reply(campaign, &world.ann, 90).await;
    let other = world.reply(campaign, &world.ann, 50).await;
    answer(&world, before, 1).await;
    // The same words within ten minutes would be the same text.
    for minute in [2, 22] {
        answer(&world, one, minute).await;
        answer(&world, other, minute + 1).await;
    }
    assert_eq!(beside(&world, other).await, (Some(one), None));
    assert_eq!(beside(&world, one).await, (Some(before), None));
    assert_eq!(beside(&world, before).await, (None, None));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn initial_messages_are_walked_in_their_order_and_back_to_the_one_just_sent(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let first = world.unsent(campaign, &world.ann).await;
    let second = world.unsent(campaign, &world.ann).await;
    let third = world.unsent(campaign, &world.ann).await;
    world.unsent(world.campaign().await, &world.ann).await;
    world.reply(campaign, &world.ann, 90).await;
    assert_eq!(beside(&world, first).await, (None, Some(second)));
    assert_eq!(beside(&world, second).await, (Some(first), Some(third)));
    assert_eq!(beside(&world, third).await, (Some(second), None));
    answer(&world, first, 1).await;
    assert_eq!(beside(&world, second).await, (Some(first), Some(third)));
}
