//! The undo of what texters have released themselves.

use super::{release, with_replies};
use crate::testing::{World, noon};
use app::domain::Age;
use app::error::AppError;
use app::ports::Releases;
use chrono::TimeDelta;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn texters_undo_their_own_and_nobody_elses(pool: PgPool) {
    let (world, campaign) = with_replies(pool.clone(), 2).await;
    let bens = world.reply(campaign, &world.ben, 300).await;
    let everywhere = release(&world).await;
    world.store.undo(&world.admin, everywhere).await.unwrap();
    let own = world.store.release_mine(&world.ann).await.unwrap();
    assert_eq!(own.conversations, 2);
    assert_eq!(
        world.store.undo(&world.ann, everywhere).await,
        Err(AppError::NotAllowed)
    );
    assert_eq!(
        world.store.undo(&world.ben, own.release).await,
        Err(AppError::NotAllowed)
    );
    let elsewhere = World::new(pool).await;
    assert_eq!(
        elsewhere.store.undo(&elsewhere.admin, own.release).await,
        Err(AppError::NotFound)
    );
    let undone = world.store.undo(&world.ann, own.release).await.unwrap();
    assert_eq!(undone.conversations, 2);
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
    let preview = world.store.preview_mine(&world.ann).await.unwrap();
    assert_eq!(preview.replies, 2);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_texter_is_offered_the_undo_of_their_own_until_it_is_over(pool: PgPool) {
    let (world, _) = with_replies(pool, 2).await;
    let mine = async |texter| -> Vec<_> {
        let undoable = world.store.undoable_mine(texter).await.unwrap();
        undoable
            .into_iter()
            .map(|release| (release.release, release.undo_for))
            .collect()
    };
    assert!(mine(&world.ann).await.is_empty());
    let own = world.store.release_mine(&world.ann).await.unwrap().release;
    world.store.clock.set(noon() + TimeDelta::minutes(4));
    assert_eq!(mine(&world.ann).await, [(own, Some(Age(360)))]);
    assert!(mine(&world.ben).await.is_empty());
    world.store.clock.set(noon() + TimeDelta::minutes(10));
    assert!(mine(&world.ann).await.is_empty());
    world.store.clock.set(noon() + TimeDelta::minutes(9));
    world.store.undo(&world.ann, own).await.unwrap();
    assert!(mine(&world.ann).await.is_empty());
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn each_of_several_of_their_own_is_offered_the_newest_first(pool: PgPool) {
    let (world, campaign) = with_replies(pool, 1).await;
    let mut own = Vec::new();
    for minutes in [0, 3, 5] {
        world.store.clock.set(noon() + TimeDelta::minutes(minutes));
        world.reply(campaign, &world.ann, 300).await;
        own.push(world.store.release_mine(&world.ann).await.unwrap().release);
    }
    let mine = async || -> Vec<_> {
        let undoable = world.store.undoable_mine(&world.ann).await.unwrap();
        undoable
            .into_iter()
            .map(|release| (release.release, release.undo_for.map(|left| left.0)))
            .collect()
    };
    let all = [
        (own[2], Some(600)),
        (own[1], Some(480)),
        (own[0], Some(300)),
    ];
    assert_eq!(mine().await, all);
    world.store.undo(&world.ann, own[1]).await.unwrap();
    assert_eq!(mine().await, [all[0], all[2]]);
    world.store.clock.set(noon() + TimeDelta::minutes(10));
    assert_eq!(mine().await, [(own[2], Some(300))]);
}
