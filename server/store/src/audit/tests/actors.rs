//! Whom the log can be filtered by, in an organization of more people than a list has room for.

use super::super::actors::{MAX_LISTED, actors};
use super::owner;
use crate::testing::World;
use app::domain::Role;
use sqlx::PgPool;

/// So many more who decide on requests.
async fn supervolunteers(world: &World, count: usize) {
    for _ in 0..count {
        world.member(Role::Supervolunteer).await;
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_more_people_than_are_listed_it_says_that_there_are_more(pool: PgPool) {
    let world = World::new(pool).await;
    // Beside the world's own owner and its admin.
    let viewer = owner(&world).await;
    supervolunteers(&world, MAX_LISTED - 3).await;
    let found = actors(&world.store, &viewer, None).await.unwrap();
    assert_eq!((found.listed.len(), found.has_more), (MAX_LISTED, false));
    supervolunteers(&world, 1).await;
    let found = actors(&world.store, &viewer, None).await.unwrap();
    assert_eq!((found.listed.len(), found.has_more), (MAX_LISTED, true));
    // Whoever is chosen is among them, also a texter.
    let ann = world.ann.member;
    let found = actors(&world.store, &viewer, Some(ann)).await.unwrap();
    assert_eq!(found.listed[0], (ann, "Ann".to_owned()));
    assert_eq!((found.listed.len(), found.has_more), (MAX_LISTED, true));
}
