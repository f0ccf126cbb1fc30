//! Single rounds: what one takes, and how it treats a campaign that fails.

use super::{SETTINGS, campaign};
use crate::engine::{AutoRelease, AutoReleaseCounts};
use app::domain::{AutoReleaseState, CampaignId, ReleaseOrder, ReleasePolicy};
use app::ports::{Campaigns, Releases};
use chrono::TimeDelta;
use server_store::testing::{World, noon};
use sqlx::PgPool;

fn engine(world: &World) -> AutoRelease {
    AutoRelease::new(world.store.clone(), SETTINGS)
}

fn counts(campaigns: u32, conversations: u32, failed: u32) -> AutoReleaseCounts {
    AutoReleaseCounts {
        campaigns,
        conversations,
        failed,
    }
}

/// Makes every release on a campaign fail until it is mended.
async fn break_releases_on(world: &World, campaign: CampaignId) {
    for statement in [
        format!(
            "create function broken() returns trigger language plpgsql as $$
             begin
                 if new.campaign_id = {campaign} and new.assigned_to is null then
                     raise 'no disk';
                 end if;
                 return new;
             end $$"
        ),
        "create trigger broken before update on conversation for each row execute function broken()"
            .into(),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(statement))
            .execute(&world.store.pool)
            .await
            .unwrap();
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_round_takes_what_is_due_on_every_campaign_and_nothing_else(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, two, off) = (
        campaign(&world).await,
        campaign(&world).await,
        world.campaign().await,
    );
    let due = [
        world.reply(one, &world.ann, 30).await,
        world.reply(one, &world.ben, 300).await,
        world.reply(two, &world.ann, 31).await,
    ];
    let later = world.reply(two, &world.ann, 29).await;
    let never = world.reply(off, &world.ann, 300).await;
    let engine = engine(&world);
    assert_eq!(engine.run_once().await.unwrap(), counts(2, 3, 0));
    for reply in due {
        assert_eq!(world.holder(reply).await, None);
    }
    assert_eq!(engine.run_once().await.unwrap(), counts(0, 0, 0));
    world.store.clock.set(noon() + TimeDelta::minutes(1));
    assert_eq!(engine.run_once().await.unwrap(), counts(1, 1, 0));
    assert_eq!(world.holder(later).await, None);
    assert_eq!(world.holder(never).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_campaign_that_fails_delays_no_other_is_shown_and_is_tried_again(pool: PgPool) {
    let world = World::new(pool).await;
    let (broken, other) = (campaign(&world).await, campaign(&world).await);
    world.reply(broken, &world.ann, 300).await;
    let reply = world.reply(other, &world.ann, 30).await;
    break_releases_on(&world, broken).await;
    let engine = engine(&world);
    let state = async || {
        let window = world.store.autoassign(&world.admin, broken).await.unwrap();
        window.status.state
    };
    let seconds_until_retry = async || match state().await {
        AutoReleaseState::Failing { retry_at } => {
            (retry_at - world.store.clock.pinned().unwrap()).num_milliseconds() as f64 / 1000.0
        }
        other => panic!("{other:?}"),
    };

    assert_eq!(engine.run_once().await.unwrap(), counts(1, 1, 1));
    assert_eq!(world.holder(reply).await, None);
    let first = seconds_until_retry().await;
    assert!((5.0..=10.0).contains(&first), "{first}");
    // Not before its time.
    assert_eq!(engine.run_once().await.unwrap(), counts(0, 0, 0));
    world.store.clock.set(noon() + TimeDelta::seconds(10));
    assert_eq!(engine.run_once().await.unwrap(), counts(0, 0, 1));
    let second = seconds_until_retry().await;
    assert!((10.0..=20.0).contains(&second), "{second}");

    sqlx::query("drop trigger broken on conversation")
        .execute(&world.store.pool)
        .await
        .unwrap();
    world.store.clock.set(noon() + TimeDelta::seconds(30));
    assert_eq!(engine.run_once().await.unwrap(), counts(1, 1, 0));
    assert_eq!(state().await, AutoReleaseState::On { next_due: None });
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_failed_and_was_then_released_by_hand_does_not_look_as_if_it_failed(pool: PgPool) {
    let world = World::new(pool).await;
    let broken = campaign(&world).await;
    world.reply(broken, &world.ann, 300).await;
    break_releases_on(&world, broken).await;
    assert_eq!(engine(&world).run_once().await.unwrap(), counts(0, 0, 1));
    sqlx::query("drop trigger broken on conversation")
        .execute(&world.store.pool)
        .await
        .unwrap();
    world.store.clock.set(noon() + TimeDelta::seconds(10));
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    world.store.start(&world.admin, order).await.unwrap();
    let window = world.store.autoassign(&world.admin, broken).await.unwrap();
    assert_eq!(window.status.state, AutoReleaseState::On { next_due: None });
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn two_engines_at_once_take_each_reply_once(pool: PgPool) {
    let world = World::new(pool).await;
    let mut replies = Vec::new();
    for _ in 0..10 {
        let campaign = campaign(&world).await;
        for minutes in 30..50 {
            replies.push(world.reply(campaign, &world.ann, minutes).await);
        }
    }
    let (one, two) = (engine(&world), engine(&world));
    let (one, two) = tokio::join!(one.run_once(), two.run_once());
    let (one, two) = (one.unwrap(), two.unwrap());
    assert_eq!((one.failed, two.failed), (0, 0));
    assert_eq!(
        (one.conversations + two.conversations) as usize,
        replies.len()
    );
    for reply in replies {
        assert_eq!(world.holder(reply).await, None);
        assert_eq!(world.epoch(reply).await, 1);
    }
    let history = "select coalesce(sum(conversations), 0) from release where state = 'finished'";
    assert_eq!(world.count(history).await, 200);
}
