//! Closes that are refused.

use super::close::{close, shown, writes, writes_in};
use crate::testing::World;
use app::domain::{ReleaseOrder, ReleasePolicy, ShownThread};
use app::error::AppError;
use app::ports::{Conversations, Releases};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nobody_is_closed_unread(pool: PgPool) {
    let world = World::new(pool).await;
    let (campaign, archived) = (world.campaign().await, world.campaign().await);
    let reply = world.reply(campaign, &world.ann, 90).await;
    let page = shown(&world, &world.ann, reply).await;
    writes(&world, reply, "One more thing").await;
    let before = world.row(reply).await;
    let refused = world.store.close(&world.ann, reply, page).await;
    let sentence = refused.unwrap_err().to_string();
    assert!(sentence.contains("was not closed"), "{sentence}");
    assert_eq!(world.row(reply).await, before);

    // What a move brings into the thread may be older than what the page shows.
    let elsewhere = world.reply(archived, &world.ben, 60).await;
    world.same_contact(reply, elsewhere).await;
    writes_in(&world, reply).await;
    let page = shown(&world, &world.ann, reply).await;
    world.change_campaign(archived, "archived_at = now()").await;
    let moved = world.store.move_reply(&world.admin, elsewhere, campaign);
    moved.await.unwrap();
    let refused = world.store.close(&world.ann, reply, page).await;
    assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
    close(&world, reply).await.unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_its_holder_closes_it_from_a_page_that_knows_the_latest(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 90).await;
    let page = shown(&world, &world.ann, reply).await;
    let elsewhere = World::new(world.store.pool.clone()).await;
    let before = world.row(reply).await;
    let (store, ann, ben) = (&world.store, &world.ann, &world.ben);
    let old = ShownThread {
        lease_epoch: 1,
        ..page
    };
    assert_eq!(
        store.close(ann, reply, old).await,
        Err(AppError::ChangedHands)
    );
    for stranger in [ben, &elsewhere.ann] {
        let closed = store.close(stranger, reply, page).await;
        assert_eq!(closed, Err(AppError::NotFound));
        let reopened = store.reopen(stranger, reply, 0).await;
        assert_eq!(reopened, Err(AppError::NotFound));
    }
    assert_eq!(world.row(reply).await, before);

    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let released = store.start(&world.admin, order).await.unwrap();
    for epoch in [0, 1] {
        let page = ShownThread {
            lease_epoch: epoch,
            ..page
        };
        let late = store.close(ann, reply, page).await;
        assert_eq!(late, Err(AppError::ChangedHands));
    }
    // What is undone is hers again, from a page that knows it.
    store.undo(&world.admin, released.release).await.unwrap();
    close(&world, reply).await.unwrap();
    assert_eq!(
        store.reopen(ann, reply, 1).await,
        Err(AppError::ChangedHands)
    );
    store.reopen(ann, reply, 2).await.unwrap();
}
