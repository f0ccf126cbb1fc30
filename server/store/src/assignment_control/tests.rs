//! Assignment Control on a real database.

use crate::testing::World;
use app::domain::{ApprovalLevel, PoolId, PoolKind};
use app::error::AppError;
use app::ports::{
    AssignmentControl, PoolSettings, RequestRules, Tags, TeamChange, TeamPart, Teams,
};
use sqlx::PgPool;

fn rules() -> RequestRules {
    RequestRules {
        requests_enabled: true,
        requests_disabled_message: String::new(),
        default_approval_level: ApprovalLevel::Automatic,
        finish_replies_first: true,
        most_open_replies: Some(50),
        most_texts_per_day: None,
    }
}

fn pool(id: PoolId, max_per_request: i32) -> PoolSettings {
    PoolSettings {
        pool: id,
        enabled: true,
        kind: PoolKind::Replies,
        max_per_request,
    }
}

/// Everything that a save writes, so that nothing that was written goes unseen.
async fn written(world: &World) -> String {
    sqlx::query_scalar(
        "select (select string_agg(o::text, ',' order by id) from organization o)
             || (select string_agg(p::text, ',' order by id) from pool p)",
    )
    .fetch_one(&world.store.pool)
    .await
    .unwrap()
}

/// How much lies in a pool, and how long the oldest waits.
async fn lies(world: &World, pool: PoolId) -> (u32, Option<u32>) {
    let fills = world.store.pool_fills(&world.admin).await.unwrap();
    let fill = fills.iter().find(|fill| fill.pool == pool).unwrap();
    (fill.waiting, fill.oldest_wait.map(|age| age.minutes()))
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_saved_is_what_is_opened_teams_first_and_general_last(db: PgPool) {
    let world = World::new(db).await;
    let store = &world.store;
    let late = store.create_team(&world.admin, "Late", 90).await.unwrap();
    store.create_team(&world.admin, "Early", 10).await.unwrap();
    let page = store.assignment(&world.admin).await.unwrap();
    let titles: Vec<_> = page
        .pools
        .iter()
        .map(|row| row.team.as_ref().map_or("General", |team| &team.title))
        .collect();
    assert_eq!(titles, ["Early", "Late", "General"]);
    let lates = &page.pools[1];
    assert_eq!(lates.team.as_ref().unwrap().id, late);
    assert!(!lates.settings.enabled, "a team's pool begins disabled");
    assert_eq!(lates.settings.max_per_request, 25);

    let changed = PoolSettings {
        pool: lates.settings.pool,
        enabled: true,
        kind: PoolKind::Initials,
        max_per_request: 7,
    };
    store
        .save_assignment(&world.admin, page.version, rules(), vec![changed])
        .await
        .unwrap();
    let saved = store.assignment(&world.admin).await.unwrap();
    assert_eq!(saved.version, page.version + 1);
    assert_eq!(saved.rules, rules());
    assert_eq!(saved.pools[1].settings, changed);
    assert_eq!(saved.pools[0], page.pools[0]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_admins_who_save_the_same_page_the_second_is_told_and_overwrites_nothing(
    db: PgPool,
) {
    let world = World::new(db).await;
    let other = world.owner.clone();
    let save = |viewer, most| {
        world
            .store
            .save_assignment(viewer, 0, rules(), vec![pool(world.general, most)])
    };
    let (one, two) = tokio::join!(save(&world.admin, 10), save(&other, 20));
    assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
    assert_eq!(one.and(two), Err(AppError::SavedMeanwhile));
    let after = written(&world).await;
    assert_eq!(
        save(&world.admin, 30).await,
        Err(AppError::SavedMeanwhile),
        "also if it is noticed much later"
    );
    assert_eq!(written(&world).await, after);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_page_with_a_team_that_was_deleted_since_is_not_saved(db: PgPool) {
    let world = World::new(db).await;
    let team = world
        .store
        .create_team(&world.admin, "Legal", 10)
        .await
        .unwrap();
    let page = world.store.assignment(&world.admin).await.unwrap();
    world
        .store
        .delete_team(&world.admin, team, true)
        .await
        .unwrap();
    let pools = page.pools.iter().map(|row| row.settings).collect();
    let refused = world
        .store
        .save_assignment(&world.admin, page.version, rules(), pools)
        .await;
    assert_eq!(refused, Err(AppError::SavedMeanwhile));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn another_organizations_pool_is_no_pool_and_nothing_is_saved(db: PgPool) {
    let (world, other) = (World::new(db.clone()).await, World::new(db).await);
    let before = written(&world).await;
    let pools = vec![pool(world.general, 10), pool(other.general, 10)];
    let refused = world
        .store
        .save_assignment(&world.admin, 0, rules(), pools)
        .await;
    assert_eq!(refused, Err(AppError::NotFound));
    assert_eq!(written(&world).await, before);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn general_has_what_no_team_has_to_itself(db: PgPool) {
    let world = World::new(db).await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 30).await;
    let oldest = world.pooled(campaign, 90).await;
    world.reply(campaign, &world.ann, 300).await;
    assert_eq!(lies(&world, world.general).await, (2, Some(90)));
    // What could be handed out is what is counted.
    for (set, count) in [
        ("auto_assign = false", 0),
        ("auto_assign = true, archived_at = now()", 0),
        ("archived_at = null, paused_at = now()", 0),
        ("paused_at = null, team_restricted = true", 0),
        ("team_restricted = false, texting_until = '12:02'", 0),
        ("texting_until = '12:03', due_on = '2020-01-01'", 2),
    ] {
        world.change_campaign(campaign, set).await;
        assert_eq!(lies(&world, world.general).await.0, count, "{set}");
    }
    world.change(oldest, "opted_out = true".into()).await;
    assert_eq!(lies(&world, world.general).await, (1, Some(30)));
    // A disabled pool is counted too: the admin decides by what lies in it.
    let disabled = PoolSettings {
        enabled: false,
        ..pool(world.general, 25)
    };
    world
        .store
        .save_assignment(&world.admin, 0, rules(), vec![disabled])
        .await
        .unwrap();
    assert_eq!(lies(&world, world.general).await.0, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_teams_pool_has_its_campaigns_and_what_its_tags_allow(db: PgPool) {
    let world = World::new(db).await;
    let store = &world.store;
    let admin = &world.admin;
    let (mine, others) = (world.campaign().await, world.campaign().await);
    world.change_campaign(mine, "team_restricted = true").await;
    let (plain, escalated) = (world.pooled(mine, 20).await, world.pooled(mine, 40).await);
    world.pooled(others, 500).await;
    let team = store.create_team(admin, "Legal", 10).await.unwrap();
    let page = store.assignment(admin).await.unwrap();
    let its = page.pools[0].settings.pool;
    assert_eq!(lies(&world, its).await, (0, None));
    store
        .change_team(admin, team, TeamPart::Campaign(mine), TeamChange::Add)
        .await
        .unwrap();
    let legal = store
        .create_tag(admin, "Legal question", true)
        .await
        .unwrap();
    let press = store.create_tag(admin, "Press", true).await.unwrap();
    for tag in [legal, press] {
        world
            .execute(format!(
                "insert into conversation_tag (organization_id, conversation_id, tag_id)
                 values ({}, {escalated}, {tag})",
                world.organization
            ))
            .await;
    }
    world.change(escalated, "escalated = true".into()).await;
    assert_eq!(lies(&world, its).await, (1, Some(20)));
    store
        .change_team(admin, team, TeamPart::Tag(legal), TeamChange::Add)
        .await
        .unwrap();
    assert_eq!(lies(&world, its).await.0, 1, "one of two tags is not all");
    store
        .change_team(admin, team, TeamPart::Tag(press), TeamChange::Add)
        .await
        .unwrap();
    assert_eq!(lies(&world, its).await, (2, Some(40)));
    assert_eq!(lies(&world, world.general).await, (1, Some(500)));
    world
        .execute(format!(
            "update pool set kind = 'initials' where id = {its}"
        ))
        .await;
    world
        .change(
            escalated,
            "status = 'needs_message', waiting_since = null".into(),
        )
        .await;
    assert_eq!(
        lies(&world, its).await,
        (1, None),
        "an escalated first text"
    );
    world
        .change(
            escalated,
            "status = 'needs_response', waiting_since = '2026-11-03'".into(),
        )
        .await;
    // As first texts, with the due date.
    world
        .change(
            plain,
            "status = 'needs_message', waiting_since = null".into(),
        )
        .await;
    for (set, count) in [
        ("due_on = null", 1),
        ("due_on = '2026-11-03'", 1),
        ("due_on = '2026-11-02'", 0),
        ("due_on = null, texting_until = '12:10'", 0),
        ("texting_until = '12:11'", 1),
    ] {
        world.change_campaign(mine, set).await;
        assert_eq!(lies(&world, its).await, (count, None), "{set}");
    }
}
