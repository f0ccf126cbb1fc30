//! The list of people, and approval levels, on a real database.

mod teams;

use crate::testing::World;
use app::domain::{ApprovalLevel, MemberId, ReviewFilter, Role};
use app::error::AppError;
use app::ports::{BulkActions, LevelChange, People, Reviews};
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

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn accents_and_capitals_neither_move_nor_hide_anybody(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let names = [
        "Émile",
        "eve",
        "Zoë",
        "álvaro Muñoz",
        "Ökten",
        "ola",
        "Ádám",
    ];
    for name in names {
        world.named(name, Role::Texter).await;
    }
    let listed = async |search: &str| {
        let page = store.people(admin, search, None, None).await.unwrap();
        let names = page.rows.into_iter().map(|row| row.name);
        names.collect::<Vec<_>>()
    };
    assert_eq!(
        listed("").await,
        [
            "Ada",
            "Ádám",
            "álvaro Muñoz",
            "Ann",
            "Ben",
            "Émile",
            "eve",
            "Ökten",
            "ola",
            "Olive",
            "Zoë"
        ]
    );
    for (search, found) in [
        ("munoz", vec!["álvaro Muñoz"]),
        ("MUÑOZ", vec!["álvaro Muñoz"]),
        // As some devices type it: the letter, and the accent behind it.
        ("Mun\u{303}oz", vec!["álvaro Muñoz"]),
        ("ADAM", vec!["Ádám"]),
        ("zoe", vec!["Zoë"]),
        ("émi", vec!["Émile"]),
    ] {
        assert_eq!(listed(search).await, found, "{search}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_pages_of_people_with_accents_are_whole(pool: PgPool) {
    let world = World::new(pool).await;
    let names = ["Ángel", "angel", "Ängel", "Zoë", "zoe", "Ölrun"];
    for number in 0..120 {
        world.named(names[number % names.len()], Role::Texter).await;
    }
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let page = world.store.people(&world.admin, "", None, after).await;
        let page = page.unwrap();
        seen.extend(page.rows.into_iter().map(|row| row.member));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let count = seen.len();
    assert_eq!(count, 124);
    seen.sort_unstable_by_key(|member| member.0);
    seen.dedup();
    assert_eq!(seen.len(), count, "nobody is there twice");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn they_are_offered_to_choose_from_in_the_order_of_the_list(pool: PgPool) {
    let world = World::new(pool).await;
    for name in ["Zoë", "zoe", "Émile", "Ölrun", "angel", "Ángel"] {
        world.named(name, Role::Texter).await;
    }
    let vera = world.supervolunteer().await;
    let list = world.store.people(&world.admin, "", None, None).await;
    let list: Vec<MemberId> = list.unwrap().rows.iter().map(|row| row.member).collect();
    let ids = |offered: Vec<(MemberId, String)>| -> Vec<MemberId> {
        offered.into_iter().map(|(member, _)| member).collect()
    };
    let receivers = world.store.bulk_receivers(&vera).await.unwrap();
    assert_eq!(ids(receivers), list);
    let every = ReviewFilter::default();
    let choices = world.store.review_choices(&vera, &every).await.unwrap();
    assert_eq!(ids(choices.members), list);
}
