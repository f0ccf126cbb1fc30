//! A batch that somebody is in the way of gives way, and is tried again: these take the three seconds of a try.

use crate::releases::release_automatically;
use crate::testing::World;
use app::domain::{ConversationId, ReleaseOrder, ReleasePolicy};
use app::ports::Releases;
use chrono::{DateTime, Utc};
use sqlx::{PgPool, PgTransaction};

/// Somebody is at the conversation until they are done.
async fn in_the_way(world: &World, conversation: ConversationId) -> PgTransaction<'static> {
    let mut somebody = world.store.pool.begin().await.unwrap();
    sqlx::query("select from conversation where id = $1 for update")
        .bind(conversation.0)
        .execute(&mut *somebody)
        .await
        .unwrap();
    somebody
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_automatic_release_of_few_is_tried_again(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "auto_release_minutes = 60")
        .await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    let somebody = in_the_way(&world, reply).await;
    let (taken, ()) = futures::join!(
        release_automatically(&world.store, world.organization, campaign),
        async {
            let first = world.next_lock_wait(DateTime::UNIX_EPOCH).await;
            world.next_lock_wait(first).await;
            somebody.rollback().await.unwrap();
        }
    );
    assert_eq!(taken.unwrap(), 1);
    assert_eq!(world.holder(reply).await, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_waits_shows_signs_of_life(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 300).await;
    let somebody = in_the_way(&world, reply).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let running = world.store.start(&world.admin, order).await.unwrap();
    assert!(!running.ended());
    let sign = || async {
        sqlx::query_scalar::<_, DateTime<Utc>>("select heartbeat_at from release")
            .fetch_one(&world.store.pool)
            .await
            .unwrap()
    };
    let first = world.next_lock_wait(DateTime::UNIX_EPOCH).await;
    let before = sign().await;
    world.next_lock_wait(first).await;
    assert!(sign().await > before, "what a try wrote is gone with it");
    somebody.rollback().await.unwrap();
    while !world
        .store
        .progress(&world.admin, running.release)
        .await
        .unwrap()
        .ended()
    {
        tokio::task::yield_now().await;
    }
    assert_eq!(world.holder(reply).await, None);
}
