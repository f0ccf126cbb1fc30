//! **Previous** and **Next** of a conversation.

use crate::testing::{World, noon};
use app::domain::{ConversationId, PoolKind};
use app::ports::Conversations;
use chrono::TimeDelta;
use sqlx::PgPool;

/// What is before and after it, as its texter sees it.
async fn beside(
    world: &World,
    id: ConversationId,
) -> (Option<ConversationId>, Option<ConversationId>) {
    let view = world.store.open(&world.ann, id).await.unwrap();
    (view.previous, view.next.map(|next| next.id))
}

/// Where **Next** leads, and to what.
async fn next_of(world: &World, id: ConversationId) -> Option<(ConversationId, PoolKind)> {
    let view = world.store.open(&world.ann, id).await.unwrap();
    view.next.map(|next| (next.id, next.kind))
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
    let reply = world.reply(campaign, &world.ann, 90).await;
    assert_eq!(beside(&world, first).await, (None, Some(second)));
    assert_eq!(beside(&world, second).await, (Some(first), Some(third)));
    assert_eq!(beside(&world, third).await, (Some(second), None));
    answer(&world, first, 1).await;
    assert_eq!(beside(&world, second).await, (Some(first), Some(third)));
    // And on again, to what is still to be sent, although a reply waits.
    assert_eq!(
        next_of(&world, first).await,
        Some((second, PoolKind::Initials))
    );
    answer(&world, second, 2).await;
    answer(&world, third, 3).await;
    assert_eq!(beside(&world, third).await.0, Some(second));
    assert_eq!(
        next_of(&world, third).await,
        Some((reply, PoolKind::Replies))
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_page_that_is_fetched_before_a_text_is_sent_counts_it_as_sent(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let before = world.reply(campaign, &world.ann, 95).await;
    let last = world.reply(campaign, &world.ann, 10).await;
    answer(&world, before, 1).await;
    let only = world.reply(campaign, &world.ann, 50).await;
    let opened = async |id, answered: &[_]| world.store.open_after(&world.ann, id, answered).await;
    // The last one is being answered: it comes before the other one, and not after it.
    let view = opened(only, &[last]).await.unwrap();
    assert_eq!((view.previous, view.next), (Some(last), None));
    answer(&world, last, 2).await;
    let sent = world.store.open(&world.ann, only).await.unwrap();
    assert_eq!((sent.previous, sent.next), (view.previous, view.next));

    let unsent = world.unsent(campaign, &world.ann).await;
    let later = world.unsent(campaign, &world.ann).await;
    let view = opened(unsent, &[later]).await.unwrap();
    assert_eq!((view.previous, view.next), (Some(later), None));
    // What somebody else holds is nobody's way back.
    let bens = world.reply(campaign, &world.ben, 50).await;
    assert_eq!(opened(only, &[bens]).await.unwrap().previous, Some(last));
    // Of several that are being answered none comes next, and the last of them is the way back.
    let [one, other] = [40, 30].map(|minutes| world.reply(campaign, &world.ann, minutes));
    let (one, other) = (one.await, other.await);
    let view = opened(only, &[other, one]).await.unwrap();
    assert_eq!((view.previous, view.next), (Some(other), None));
}
