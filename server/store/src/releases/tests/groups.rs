//! The history of automatic releases, and its filters.

use crate::releases::history::{Detail, history};
use crate::releases::release_automatically;
use crate::testing::{World, noon};
use app::domain::{
    Age, CampaignId, ReleaseFilter, ReleaseOrder, ReleasePolicy, ReleaseRecord, ReleaseScope,
    ReleasedBy,
};
use app::ports::Releases;
use chrono::TimeDelta;
use sqlx::PgPool;

async fn automatic(world: &World) -> CampaignId {
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "auto_release_minutes = 30")
        .await;
    campaign
}

/// One reply of each campaign, taken so many minutes past noon.
async fn release_at(world: &World, minutes: i64, campaigns: &[CampaignId]) {
    world.store.clock.set(noon() + TimeDelta::minutes(minutes));
    for campaign in campaigns {
        world.reply(*campaign, &world.ann, 100).await;
        let taken = release_automatically(&world.store, world.organization, *campaign)
            .await
            .unwrap();
        assert_eq!(taken, 1);
    }
}

async fn rows(world: &World, filter: ReleaseFilter) -> Vec<ReleaseRecord> {
    world
        .store
        .history(&world.admin, filter, None)
        .await
        .unwrap()
        .rows
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn automatic_releases_of_an_hour_are_one_row_that_can_be_opened(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, two) = (automatic(&world).await, automatic(&world).await);
    release_at(&world, 0, &[one]).await;
    release_at(&world, 20, &[one, two]).await;
    world.reply(two, &world.ann, 300).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, order).await.unwrap();
    release_at(&world, 59, &[one]).await;
    release_at(&world, 60, &[one]).await;

    let all = rows(&world, ReleaseFilter::default()).await;
    let told: Vec<_> = all
        .iter()
        .map(|row| {
            (
                row.releases,
                row.progress.conversations,
                row.progress.campaigns,
            )
        })
        .collect();
    assert_eq!(told, [(1, 1, 1), (1, 1, 1), (4, 4, 2)]);
    let group = &all[2];
    assert_eq!(group.started_at, noon());
    assert_eq!(group.campaign_title, None, "they are on two campaigns");
    assert_eq!(group.policy.unwrap().interval.minutes(), 30);
    assert_eq!(group.undone_by, None);
    assert_eq!(
        group.progress.undo_for,
        Some(Age(540)),
        "the last of them was released a minute before"
    );
    assert_eq!(all[0].scope, ReleaseScope::Automatic(one));
    assert_eq!(
        all[0].progress.undo_for,
        Some(Age(600)),
        "one alone can be undone"
    );

    let opened = ReleaseFilter {
        group: group.group,
        ..ReleaseFilter::default()
    };
    let opened = rows(&world, opened).await;
    assert_eq!(opened.len(), 4);
    assert!(
        opened
            .iter()
            .all(|row| (row.releases, row.group) == (1, None))
    );

    let on_two = ReleaseFilter {
        campaign: Some(two),
        ..ReleaseFilter::default()
    };
    let told = rows(&world, on_two).await;
    let [_, alone] = &told[..] else {
        panic!("two rows, not {told:?}")
    };
    assert_eq!(told[0].scope, ReleaseScope::Everywhere);
    assert_eq!(
        (alone.releases, alone.group, alone.scope),
        (1, None, ReleaseScope::Automatic(two))
    );
    // Of the group only it is on this campaign: its row is itself, and not the first of the group.
    let detail = world.store.detail(&world.admin, alone.progress.release);
    assert_eq!(
        detail.await.unwrap().record.scope,
        ReleaseScope::Automatic(two)
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_group_says_how_long_the_last_of_it_that_is_not_undone_can_be(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, two) = (automatic(&world).await, automatic(&world).await);
    release_at(&world, 0, &[one]).await;
    release_at(&world, 5, &[two, one]).await;
    world.store.clock.set(noon() + TimeDelta::minutes(8));
    let undo_for = async |campaign| {
        let filter = ReleaseFilter {
            campaign,
            ..ReleaseFilter::default()
        };
        let rows = rows(&world, filter).await;
        let row = rows.iter().find(|row| row.progress.undoes.is_none());
        row.unwrap().progress.undo_for
    };
    assert_eq!(undo_for(None).await, Some(Age(420)));
    let group = rows(&world, ReleaseFilter::default()).await[0].group;
    let opened = ReleaseFilter {
        group,
        ..ReleaseFilter::default()
    };
    for record in rows(&world, opened).await.iter().take(2) {
        let undo = world.store.undo(&world.admin, record.progress.release);
        undo.await.unwrap();
    }
    assert_eq!(undo_for(None).await, Some(Age(120)));
    assert_eq!(undo_for(Some(one)).await, Some(Age(120)));
    assert_eq!(undo_for(Some(two)).await, None);
    world.store.clock.set(noon() + TimeDelta::minutes(10));
    assert_eq!(undo_for(None).await, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_group_of_more_than_a_page_is_told_whole_and_each_of_it_undone(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    for _ in 0..53 {
        release_at(&world, 1, &[campaign]).await;
    }
    let history = rows(&world, ReleaseFilter::default()).await;
    let [group] = &history[..] else {
        panic!("one row, not {}", history.len())
    };
    let (mut seen, mut after) = (Vec::new(), None);
    for expected in [50, 3] {
        let filter = ReleaseFilter {
            group: group.group,
            ..ReleaseFilter::default()
        };
        let page = world.store.history(&world.admin, filter, after);
        let page = page.await.unwrap();
        assert_eq!(page.rows.len(), expected);
        seen.extend(page.rows);
        after = page.next;
    }
    assert_eq!(after, None);
    assert_eq!(
        seen.len(),
        usize::try_from(group.progress.conversations).unwrap()
    );
    for record in [&seen[0], &seen[20], &seen[52]] {
        assert!(record.progress.undo_for.is_some());
        let undo = world.store.undo(&world.admin, record.progress.release);
        assert_eq!(undo.await.unwrap().conversations, 1);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn is_filtered_by_who_released_and_on_which_campaign(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, two) = (automatic(&world).await, world.campaign().await);
    release_at(&world, 0, &[one]).await;
    world.reply(two, &world.ann, 100).await;
    let own = world.store.release_mine(&world.ann).await.unwrap();
    let undo = world.store.undo(&world.ann, own.release).await.unwrap();
    world.reply(one, &world.ann, 300).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let by_hand = world.store.start(&world.admin, order).await.unwrap();
    let ids = async |by, campaign| {
        let filter = ReleaseFilter {
            by,
            campaign,
            group: None,
        };
        let rows = rows(&world, filter).await;
        rows.iter()
            .map(|row| row.progress.release)
            .collect::<Vec<_>>()
    };
    let (hand, texters, undone) = (by_hand.release, own.release, undo.release);
    assert_eq!(ids(Some(ReleasedBy::Hand), None).await, [hand]);
    assert_eq!(ids(Some(ReleasedBy::Texters), None).await, [texters]);
    assert_eq!(ids(Some(ReleasedBy::Undo), None).await, [undone]);
    assert_eq!(ids(Some(ReleasedBy::Automatic), None).await.len(), 1);
    // What a texter gave back on the one was not on the other.
    assert_eq!(ids(None, Some(two)).await, [hand, undone, texters]);
    assert_eq!(ids(None, Some(one)).await.len(), 2);
    assert_eq!(ids(None, None).await.len(), 4);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn pages_go_on_where_the_last_one_ended(pool: PgPool) {
    let world = World::new(pool).await;
    world
        .execute(format!(
            "insert into release (organization_id, scope, actor_id, interval_minutes, include_team_restricted,
                    only_within_texting_hours, include_auto_assign_off, clock, state, finished_at)
             select {}, 'everywhere', {}, 60, false, true, false, now(), 'finished', now()
               from generate_series(1, 120)",
            world.organization, world.admin.member
        ))
        .await;
    for detail in [Detail::Grouped, Detail::Each] {
        let (mut seen, mut after) = (Vec::new(), None);
        for expected in [50, 50, 20] {
            let filter = ReleaseFilter::default();
            let page = history(&world.store, world.organization, filter, detail, after)
                .await
                .unwrap();
            assert_eq!(page.rows.len(), expected);
            seen.extend(page.rows.iter().map(|row| row.progress.release));
            after = page.next;
        }
        assert_eq!(after, None);
        assert!(seen.is_sorted_by(|newer, older| newer > older));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn two_servers_at_once_take_each_conversation_once(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    for _ in 0..30 {
        world.reply(campaign, &world.ann, 100).await;
        let take = || release_automatically(&world.store, world.organization, campaign);
        let (one, other) = futures::join!(take(), take());
        assert_eq!(one.unwrap() + other.unwrap(), 1);
    }
    assert_eq!(world.count("select count(*) from release").await, 30);
    assert_eq!(
        world
            .count("select sum(conversations)::bigint from release")
            .await,
        30
    );
}
