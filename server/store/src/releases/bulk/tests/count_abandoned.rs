use super::matching::{many, of_ann};
use super::{not_counted, view};
use crate::releases::count_abandoned_bulk_actions;
use crate::testing::World;
use app::domain::{BulkChange, BulkChosen, BulkState, Role};
use app::error::AppError;
use app::ports::BulkActions;
use sqlx::PgPool;

async fn count_abandoned(world: &World) -> u32 {
    count_abandoned_bulk_actions(&world.store).await.unwrap()
}

/// Nobody has counted anything for longer than an open page needs.
async fn silent(world: &World) {
    let silent =
        "update bulk_action set count_heartbeat_at = count_heartbeat_at - interval '6 seconds'";
    world.execute(silent.to_owned()).await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_long_count_comes_to_its_end_although_its_page_is_closed(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    many(&world, 41_000).await;
    let chosen = BulkChosen::Matching(of_ann(&world));
    let prepared = world
        .store
        .prepare_bulk_action(&vera, BulkChange::Close, chosen);
    let id = prepared.await.unwrap();
    assert_eq!(view(&world, &vera, id).await.state, BulkState::Counting);
    // Its page may still be open.
    assert_eq!(count_abandoned(&world).await, 0);
    silent(&world).await;
    // Two servers count nothing twice.
    let (one, two) = tokio::join!(count_abandoned(&world), count_abandoned(&world));
    assert_eq!(one + two, 1);
    let action = view(&world, &vera, id).await;
    assert_eq!(action.state, BulkState::Counted);
    assert_eq!((action.seen, action.expected), (41_000, 41_000));
    silent(&world).await;
    assert_eq!(count_abandoned(&world).await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_its_maker_may_do_no_more_is_not_counted(pool: PgPool) {
    let world = World::new(pool).await;
    let (vera, zora) = (world.supervolunteer().await, world.supervolunteer().await);
    let id = not_counted(&world, &vera).await;
    let other = not_counted(&world, &zora).await;
    silent(&world).await;
    world.set_role(vera.member, Role::Texter).await;
    assert_eq!(count_abandoned(&world).await, 1);
    let state = view(&world, &world.admin, id).await.state;
    assert_eq!(state, BulkState::Counting);
    let state = view(&world, &world.admin, other).await.state;
    assert_eq!(state, BulkState::Counted);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_can_never_be_counted_is_tried_once_and_discarded(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let id = not_counted(&world, &vera).await;
    let other = not_counted(&world, &vera).await;
    let highest = i32::MAX;
    world
        .execute(format!(
            "update bulk_action set seen = {highest} where id = {id}"
        ))
        .await;
    silent(&world).await;
    let refused = count_abandoned_bulk_actions(&world.store).await;
    assert!(refused.is_err_and(|error| !error.is_passing()));
    let gone = world.store.bulk_action(&vera, id).await;
    assert_eq!(gone, Err(AppError::NotFound));
    let state = view(&world, &vera, other).await.state;
    assert_eq!(state, BulkState::Counted);
    silent(&world).await;
    assert_eq!(count_abandoned(&world).await, 0);
}
