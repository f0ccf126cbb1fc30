//! The list of people, and approval levels, on a real database.

use crate::testing::World;
use app::domain::{ApprovalLevel, MemberId, Role};
use app::error::AppError;
use app::ports::{LevelChange, People};
use sqlx::PgPool;
use std::collections::BTreeMap;

use ApprovalLevel::{ApprovalRequired, Automatic, NotAllowed};

fn change(member: MemberId, was: ApprovalLevel, level: ApprovalLevel) -> LevelChange {
    LevelChange { member, was, level }
}

async fn levels(world: &World) -> BTreeMap<MemberId, ApprovalLevel> {
    let page = world
        .store
        .people(&world.admin, "", None, None)
        .await
        .unwrap();
    page.rows
        .into_iter()
        .map(|person| (person.member, person.level))
        .collect()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_differs_is_saved_and_counted(pool: PgPool) {
    let world = World::new(pool).await;
    let (ann, ben) = (world.ann.member, world.ben.member);
    let changes = vec![
        change(ann, Automatic, NotAllowed),
        change(ben, Automatic, Automatic),
    ];
    assert_eq!(world.store.save_levels(&world.admin, changes).await, Ok(1));
    assert_eq!(levels(&world).await[&ann], NotAllowed);
    assert_eq!(
        world.store.save_levels(&world.admin, Vec::new()).await,
        Ok(0)
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_admins_who_save_the_same_page_the_second_is_told_and_overwrites_nothing(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let other = world.owner.clone();
    let (ann, ben) = (world.ann.member, world.ben.member);
    let save = |viewer, level| {
        let changes = vec![change(ben, Automatic, level), change(ann, Automatic, level)];
        world.store.save_levels(viewer, changes)
    };
    let (one, two) = tokio::join!(
        save(&world.admin, NotAllowed),
        save(&other, ApprovalRequired)
    );
    let (saved, told) = if one.is_ok() { (one, two) } else { (two, one) };
    assert_eq!((saved, told), (Ok(2), Err(AppError::SavedMeanwhile)));
    let after = levels(&world).await;
    assert_eq!(after[&ann], after[&ben], "all of one page or nothing of it");
    // Who changes somebody else than they did is not in their way.
    let admin = world.admin.member;
    let changes = vec![
        change(admin, Automatic, NotAllowed),
        change(ann, Automatic, Automatic),
    ];
    assert_eq!(world.store.save_levels(&other, changes).await, Ok(1));
    assert_eq!(levels(&world).await[&ann], after[&ann]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn members_of_other_organizations_do_not_exist(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let changes = vec![
        change(world.ann.member, Automatic, NotAllowed),
        change(other.ann.member, Automatic, NotAllowed),
    ];
    assert_eq!(
        world.store.save_levels(&world.admin, changes).await,
        Err(AppError::NotFound)
    );
    assert!(
        levels(&world)
            .await
            .values()
            .all(|level| *level == Automatic)
    );
    assert!(
        levels(&other)
            .await
            .values()
            .all(|level| *level == Automatic)
    );
    assert_eq!(levels(&world).await.len(), 4);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn they_are_found_by_a_part_of_name_or_address_and_come_in_pages(pool: PgPool) {
    let world = World::new(pool).await;
    for _ in 0..60 {
        // All of one name, so that only the id tells them apart.
        world.texter().await;
    }
    let first = world
        .store
        .people(&world.admin, "", None, None)
        .await
        .unwrap();
    assert_eq!(
        (first.rows.len(), first.default_level),
        (50, ApprovalRequired)
    );
    let second = world
        .store
        .people(&world.admin, "", None, first.next)
        .await
        .unwrap();
    assert_eq!((second.rows.len(), second.next), (14, None));
    let zoe = world.named("Zoë Ng", Role::Texter).await;
    for search in ["zoë", " Ng "] {
        let found = world
            .store
            .people(&world.admin, search, None, None)
            .await
            .unwrap();
        assert_eq!(found.rows.len(), 1, "{search}");
        assert_eq!(found.rows[0].member, zoe.member);
    }
    assert_eq!(
        world
            .store
            .people(&world.admin, "%", None, None)
            .await
            .unwrap()
            .rows,
        []
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn they_are_found_by_role(pool: PgPool) {
    let world = World::new(pool).await;
    let found = async |role| {
        let page = world.store.people(&world.admin, "", Some(role), None).await;
        let rows = page.unwrap().rows;
        rows.into_iter().map(|row| row.member).collect::<Vec<_>>()
    };
    assert_eq!(found(Role::Admin).await, [world.admin.member]);
    assert_eq!(
        found(Role::Texter).await,
        [world.ann.member, world.ben.member]
    );
    assert_eq!(found(Role::Owner).await, [world.owner.member]);
    assert_eq!(found(Role::Supervolunteer).await, []);
}
