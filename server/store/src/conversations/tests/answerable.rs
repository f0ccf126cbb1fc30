//! Who has opted out and writes again is heard, and is nobody's next reply.

use crate::messages::receive;
use crate::testing::World;
use app::domain::{ConversationId, Texter};
use app::ports::{Conversations, Requests};
use sqlx::PgPool;

/// A reply of a contact who has opted out and written again since, held by Ann; nobody waits longer.
async fn stopped(world: &World) -> ConversationId {
    let campaign = world.campaign().await;
    let stopped = world.reply(campaign, &world.ann, 500).await;
    for text in ["stop", "wrong number!"] {
        let text = world.text_from(stopped, text).await;
        receive(&world.store, &text).await.unwrap();
    }
    stopped
}

async fn inbox(world: &World, viewer: &Texter) -> Vec<ConversationId> {
    let entries = world.store.inbox(viewer, 0, 10).await.unwrap();
    entries.iter().map(|entry| entry.id).collect()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_is_no_reply_to_answer_and_none_to_go_on_with(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, ann) = (&world.store, &world.ann);
    stopped(&world).await;
    let campaign = world.campaign().await;
    let (first, second) = (
        world.reply(campaign, ann, 60).await,
        world.reply(campaign, ann, 30).await,
    );
    assert_eq!(inbox(&world, ann).await, [first, second]);
    assert_eq!(store.held(ann).await.unwrap().all, 2);
    store
        .send(ann, first, 0.into(), "Yes".into())
        .await
        .unwrap();
    assert_eq!(
        store.next_after(ann, first, &[]).await.unwrap(),
        Some(second)
    );
    store
        .send(ann, second, 0.into(), "Yes".into())
        .await
        .unwrap();
    assert_eq!(store.next_after(ann, second, &[]).await.unwrap(), None);
    let cards = store.cards(ann, 0, 10).await.unwrap();
    let replies: Vec<_> = cards.iter().map(|card| (card.replies, card.past)).collect();
    assert_eq!(replies, [(0, 1), (0, 2)]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_is_nothing_to_finish_first(pool: PgPool) {
    let world = World::new(pool).await;
    stopped(&world).await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 30).await;
    world
        .change_rules(|rules| {
            rules.finish_replies_first = true;
            rules.most_open_replies = Some(1);
        })
        .await;
    let outcome = world.store.create(&world.ann, world.general, 1).await;
    assert_eq!(outcome.unwrap().assigned(), 1);
}
