//! Teams on a real database.

mod list;
mod save;
mod stranded;

use crate::testing::{World, noon};
use app::domain::{MemberId, RequestOutcome, Role, TeamId};
use app::error::AppError;
use app::ports::{
    AssignmentControl, Requests, Tags, TeamBasics, TeamChange, TeamList, TeamPart, Teams,
};
use sqlx::PgPool;

async fn team(world: &World, title: &str) -> TeamId {
    world
        .store
        .create_team(&world.admin, title, 100)
        .await
        .unwrap()
}

fn basics(title: &str, priority: i32) -> TeamBasics {
    TeamBasics {
        title: title.to_owned(),
        priority,
    }
}

/// The ids of a list.
async fn ids(world: &World, team: TeamId, list: TeamList, parts: bool, search: &str) -> Vec<i64> {
    let entries = world
        .store
        .team_entries(&world.admin, team, list, parts, search, None)
        .await
        .unwrap();
    entries.entries.iter().map(|entry| entry.id).collect()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_team_comes_with_a_disabled_pool_and_is_called_as_nobody_else(pool: PgPool) {
    let world = World::new(pool).await;
    let legal = team(&world, "Legal").await;
    let row = world.store.team(&world.admin, legal).await.unwrap();
    assert_eq!(
        (row.title.as_str(), row.priority, row.enabled),
        ("Legal", 100, false)
    );
    let taken = world.store.create_team(&world.admin, "Legal", 1).await;
    assert!(
        matches!(&taken, Err(AppError::Fields(errors)) if errors.of("title").is_some()),
        "{taken:?}"
    );
    let press = team(&world, "Press").await;
    let (opened, legal) = (basics("Press", 100), basics("Legal", 1));
    let taken = world
        .store
        .save_team(&world.admin, press, &opened, &legal)
        .await;
    assert!(
        matches!(&taken, Err(AppError::Fields(errors)) if errors.of("title").is_some()),
        "{taken:?}"
    );
    world
        .store
        .save_team(&world.admin, press, &opened, &basics("Newspapers", 5))
        .await
        .unwrap();
    let titles: Vec<_> = world
        .store
        .teams(&world.admin, "")
        .await
        .unwrap()
        .into_iter()
        .map(|team| team.title)
        .collect();
    assert_eq!(titles, ["Newspapers", "Legal"]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn parts_come_and_go_and_are_found_by_their_names(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let legal = team(&world, "Legal").await;
    let campaign = world.campaign().await;
    let tag = store
        .create_tag(admin, "Legal question", true)
        .await
        .unwrap();
    let ordinary = store.create_tag(admin, "Moved", false).await.unwrap();
    for part in [
        TeamPart::Member(world.ann.member),
        TeamPart::Campaign(campaign),
        TeamPart::Tag(tag),
    ] {
        // Twice is as once.
        for _ in 0..2 {
            store
                .change_team(admin, legal, part, TeamChange::Add)
                .await
                .unwrap();
        }
    }
    let row = store.team(admin, legal).await.unwrap();
    assert_eq!((row.members, row.campaigns, row.tags.len()), (1, 1, 1));
    assert_eq!(
        ids(&world, legal, TeamList::Members, true, "").await,
        [world.ann.member.0]
    );
    assert_eq!(
        ids(&world, legal, TeamList::Members, false, "").await.len(),
        3
    );
    assert_eq!(
        ids(&world, legal, TeamList::Campaigns, false, "").await,
        [0i64; 0]
    );
    let benedict = world.named("Benedict", Role::Texter).await;
    assert_eq!(
        ids(&world, legal, TeamList::Members, false, " bened ").await,
        [benedict.member.0]
    );
    assert_eq!(
        ids(&world, legal, TeamList::Members, false, "%").await,
        [0i64; 0]
    );
    let refused = store
        .change_team(admin, legal, TeamPart::Tag(ordinary), TeamChange::Add)
        .await;
    assert_eq!(
        refused,
        Err(AppError::NotFound),
        "only escalation tags are held"
    );
    store
        .change_team(
            admin,
            legal,
            TeamPart::Member(world.ann.member),
            TeamChange::Remove { confirmed: false },
        )
        .await
        .unwrap();
    assert_eq!(
        ids(&world, legal, TeamList::Members, true, "").await,
        [0i64; 0]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_long_list_comes_in_parts_without_gap_or_repetition(pool: PgPool) {
    let world = World::new(pool).await;
    let legal = team(&world, "Legal").await;
    for _ in 0..56 {
        // All of one name, so that only the id tells them apart.
        world.member(app::domain::Role::Texter).await;
    }
    let (mut seen, mut after, mut pages) = (Vec::new(), None, 0);
    loop {
        let part = world
            .store
            .team_entries(&world.admin, legal, TeamList::Members, false, "", after)
            .await
            .unwrap();
        seen.extend(part.entries.iter().map(|entry| entry.id));
        pages += 1;
        after = part.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!((seen.len(), pages), (60, 3));
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 60);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_belongs_to_another_organization_is_no_part_and_no_team(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (mine, theirs) = (team(&world, "Legal").await, team(&other, "Legal").await);
    let their_campaign = other.campaign().await;
    let their_tag = other
        .store
        .create_tag(&other.admin, "Press", true)
        .await
        .unwrap();
    let (store, admin) = (&world.store, &world.admin);
    for (team, part) in [
        (mine, TeamPart::Member(other.ann.member)),
        (mine, TeamPart::Campaign(their_campaign)),
        (mine, TeamPart::Tag(their_tag)),
        (theirs, TeamPart::Member(world.ann.member)),
        (theirs, TeamPart::Member(other.ann.member)),
        (mine, TeamPart::Member(MemberId(1_000_000))),
    ] {
        for change in [TeamChange::Add, TeamChange::Remove { confirmed: true }] {
            let refused = store.change_team(admin, team, part, change).await;
            assert_eq!(refused, Err(AppError::NotFound), "{team} {part:?}");
        }
    }
    assert_eq!(store.team(admin, theirs).await, Err(AppError::NotFound));
    assert_eq!(
        store.team_loss(admin, theirs).await,
        Err(AppError::NotFound)
    );
    assert_eq!(
        store.delete_team(admin, theirs, true).await,
        Err(AppError::NotFound)
    );
    let (opened, ours) = (basics("Legal", 100), basics("Ours", 1));
    assert_eq!(
        store.save_team(admin, theirs, &opened, &ours).await,
        Err(AppError::NotFound)
    );
    assert_eq!(other.store.teams(&other.admin, "").await.unwrap().len(), 1);
    assert_eq!(
        ids(&world, mine, TeamList::Members, true, "").await,
        [0i64; 0]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_team_that_is_deleted_takes_its_pool_and_denies_what_waits(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let legal = team(&world, "Legal").await;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "team_restricted = true")
        .await;
    world.pooled(campaign, 20).await;
    for part in [
        TeamPart::Campaign(campaign),
        TeamPart::Member(world.ann.member),
    ] {
        store
            .change_team(admin, legal, part, TeamChange::Add)
            .await
            .unwrap();
    }
    let its = store.assignment(admin).await.unwrap().pools[0]
        .settings
        .pool;
    for (member, state, decided) in [
        (world.ann.member, "pending", "null".to_owned()),
        (world.ben.member, "nothing", format!("'{}'", noon())),
    ] {
        world
            .execute(format!(
                "insert into assignment_request
                        (organization_id, pool_id, member_id, wanted, assigned, state, kind, created_at, decided_at)
                 values ({}, {its}, {member}, 10, 0, '{state}', 'replies', '{}', {decided})",
                world.organization,
                noon()
            ))
            .await;
    }
    let loss = store.team_loss(admin, legal).await.unwrap();
    assert_eq!((loss.in_pool, loss.pending, loss.stranded), (1, 1, 1));
    store.delete_team(admin, legal, true).await.unwrap();
    let told: (String, String, i64) = sqlx::query_as(
        "select state::text, deleted_team, decided_by from assignment_request where member_id = $1",
    )
    .bind(world.ann.member.0)
    .fetch_one(&store.pool)
    .await
    .unwrap();
    assert_eq!(told, ("denied".into(), "Legal".into(), admin.member.0));
    let latest = store.latest(&world.ann).await.unwrap();
    let Some((_, RequestOutcome::Denied { reason, .. })) = latest else {
        panic!("it was not denied");
    };
    assert_eq!(reason, "The team Legal was deleted, and its pool with it.");
    assert_eq!(
        world
            .count("select count(*) from assignment_request where pool_id is null")
            .await,
        2
    );
    assert_eq!(world.count("select count(*) from pool").await, 1);
    assert_eq!(world.count("select count(*) from team_member").await, 0);
    assert_eq!(
        world
            .count("select count(*) from conversation where assigned_to is null")
            .await,
        1
    );
    assert_eq!(store.team(admin, legal).await, Err(AppError::NotFound));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_on_a_team_is_searched_without_accents_and_its_pages_go_by_name(pool: PgPool) {
    let world = World::new(pool).await;
    let legal = team(&world, "Legal").await;
    let mut expected = Vec::new();
    for number in 0..45 {
        let name = ["ángela", "Angela", "Zoë"][number % 3];
        let member = world.named(name, Role::Texter).await.member;
        world.add_to_team(legal, TeamPart::Member(member)).await;
        expected.push((name, member.0));
    }
    expected.retain(|(name, _)| *name != "Zoë");
    // Those without the accent come first.
    expected.sort_by_key(|(name, id)| (*name != "Angela", *id));
    let (mut after, mut pages) = (None, Vec::new());
    let mut found = Vec::new();
    loop {
        let list = TeamList::Members;
        let entries = world
            .store
            .team_entries(&world.admin, legal, list, true, "ANGELA", after);
        let entries = entries.await.unwrap();
        pages.push(entries.entries.len());
        found.extend(entries.entries.into_iter().map(|entry| entry.id));
        after = entries.next;
        if after.is_none() {
            break;
        }
    }
    let expected: Vec<i64> = expected.into_iter().map(|(_, id)| id).collect();
    assert_eq!((found, pages), (expected, vec![25, 5]));
}
