use super::{done, later, not_counted, prepared, undone};
use crate::testing::World;
use app::domain::{BulkActionId, BulkChange, BulkState, Decider};
use app::ports::BulkActions;
use sqlx::PgPool;

/// What is in reach for a reviewer.
async fn in_reach(world: &World, viewer: &Decider) -> Vec<(BulkActionId, BulkState)> {
    let recent = world.store.recent_bulk_actions(viewer).await.unwrap();
    let recent = recent.into_iter();
    recent
        .map(|action| (action.subject.id, action.state))
        .collect()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_can_be_undone_is_in_reach_of_its_maker_as_long_as_it_can(pool: PgPool) {
    let world = World::new(pool).await;
    let (vera, zora) = (world.supervolunteer().await, world.supervolunteer().await);
    let campaign = world.campaign().await;
    let one = world.reply(campaign, &world.ann, 10).await;
    let two = world.reply(campaign, &world.ann, 10).await;
    let first = done(&world, &vera, BulkChange::Unassign, &[one]).await;
    let second = done(&world, &vera, BulkChange::Close, &[two]).await;
    // Looked at, and left.
    prepared(&world, &vera, BulkChange::Close, &[one]).await;

    let reach = in_reach(&world, &vera).await;
    let [(newest, newest_state), (other, _)] = &reach[..] else {
        panic!("{reach:?}")
    };
    assert_eq!((*newest, *other), (second, first));
    let BulkState::Started { progress, .. } = newest_state else {
        panic!("{newest_state:?}")
    };
    assert_eq!(progress.conversations, 1);
    assert_eq!(progress.undo_for.map(|left| left.0), Some(600));
    assert_eq!(in_reach(&world, &zora).await, []);

    undone(&world, &vera, second).await;
    let reach = in_reach(&world, &vera).await;
    let reach: Vec<_> = reach.into_iter().map(|(id, _)| id).collect();
    assert_eq!(reach, [first]);
    later(&world, 11);
    assert_eq!(in_reach(&world, &vera).await, []);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn all_that_can_be_undone_are_in_reach_the_newest_first(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let mut all = Vec::new();
    for _ in 0..6 {
        for receiver in [world.ben.member, world.ann.member] {
            let change = BulkChange::Reassign(receiver);
            all.insert(0, done(&world, &vera, change, &[reply]).await);
        }
    }
    let reach = in_reach(&world, &vera).await.into_iter();
    let reach: Vec<_> = reach.map(|(id, _)| id).collect();
    assert_eq!(reach, all);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_takes_long_to_count_is_in_reach_until_it_is_carried_out(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let id = not_counted(&world, &vera).await;
    assert_eq!(in_reach(&world, &vera).await, [(id, BulkState::Counting)]);
    later(&world, 1);
    world.store.count_bulk_action(&vera, id).await.unwrap();
    assert_eq!(in_reach(&world, &vera).await, [(id, BulkState::Counted)]);
}
