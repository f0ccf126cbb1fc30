use crate::requests::by_wait;
use crate::requests::claim_sql::lock_wanted;
use crate::testing::{World, noon};
use app::domain::{PoolKind, RequestOutcome};
use app::error::AppError;
use app::ports::{Conversations, Requests};
use chrono::TimeDelta;
use sqlx::PgPool;
use std::time::Duration;
use tokio::time::timeout;

const NOTHING: RequestOutcome = RequestOutcome::Nothing {
    kind: PoolKind::Replies,
};

fn assigned(assigned: u32, wanted: u32) -> RequestOutcome {
    RequestOutcome::Assigned {
        kind: PoolKind::Replies,
        wanted,
        assigned,
        cut: None,
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_longest_waiting_come_first_across_campaigns(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, two) = (world.campaign().await, world.campaign().await);
    let newest = world.pooled(one, 10).await;
    let oldest = world.pooled(two, 300).await;
    let middle = world.pooled(one, 100).await;
    let outcome = world
        .store
        .create(&world.ann, world.general, 2)
        .await
        .unwrap();
    assert_eq!(outcome, assigned(2, 2));
    assert_eq!(world.holder(oldest).await, Some(world.ann.member));
    assert_eq!(world.holder(middle).await, Some(world.ann.member));
    assert_eq!(world.holder(newest).await, None);
    assert_eq!(world.epoch(oldest).await, 1);
    let latest = world.store.latest(&world.ann).await.unwrap();
    assert_eq!(latest.map(|(_, outcome)| outcome), Some(outcome));
    assert_eq!(world.store.latest(&world.ben).await.unwrap(), None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_was_assigned_is_news_until_its_texter_sends(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.pooled(campaign, 10).await;
    world.pooled(campaign, 5).await;
    let ask = || world.store.create(&world.ann, world.general, 1);
    let outcome = ask().await.unwrap();
    let latest = || async {
        let latest = world.store.latest(&world.ann).await.unwrap();
        latest.map(|(_, outcome)| outcome)
    };
    world.store.clock.set(noon() + TimeDelta::seconds(60));
    assert_eq!(latest().await, Some(outcome));
    let sent = world
        .store
        .send(&world.ann, reply, 1.into(), "Until eight.".into());
    sent.await.unwrap();
    assert_eq!(latest().await, None);

    // The next one is news again, for two minutes.
    world.store.clock.set(noon() + TimeDelta::seconds(70));
    let outcome = ask().await.unwrap();
    assert_eq!(latest().await, Some(outcome));
    world.store.clock.set(noon() + TimeDelta::seconds(190));
    assert_eq!(latest().await, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_may_not_be_handed_out_stays_in_the_pool(pool: PgPool) {
    let world = World::new(pool).await;
    for (set, on_campaign) in [
        ("opted_out = true", false),
        ("escalated = true", false),
        ("status = 'convo'", false),
        ("started_at = null", true),
        ("archived_at = now()", true),
        ("paused_at = now()", true),
        ("auto_assign = false", true),
        ("team_restricted = true", true),
        ("texting_from = '12:01'", true),
        // The two minutes before the end are kept free.
        ("texting_until = '12:02'", true),
    ] {
        let campaign = world.campaign().await;
        let pooled = world.pooled(campaign, 100).await;
        if on_campaign {
            world.change_campaign(campaign, set).await;
        } else {
            world.change(pooled, set.into()).await;
        }
        let outcome = world
            .store
            .create(&world.ann, world.general, 5)
            .await
            .unwrap();
        assert_eq!(outcome, NOTHING, "{set}");
        assert_eq!(world.holder(pooled).await, None, "{set}");
    }
    let campaign = world.campaign().await;
    world.pooled(campaign, 100).await;
    world
        .change_campaign(campaign, "texting_until = '12:02:01'")
        .await;
    assert_eq!(
        world
            .store
            .create(&world.ann, world.general, 5)
            .await
            .unwrap()
            .assigned(),
        1
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_server_cuts_a_request_down_to_the_pools_limit(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for minutes in 10..20 {
        world.pooled(campaign, minutes).await;
    }
    world
        .execute("update pool set max_per_request = 3".into())
        .await;
    let outcome = world
        .store
        .create(&world.ann, world.general, 1_000_000)
        .await
        .unwrap();
    assert_eq!(outcome, assigned(3, 3));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn refuses_what_is_no_request_and_writes_nothing(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    world.pooled(campaign, 100).await;
    let none = world.store.create(&world.ann, world.general, 0).await;
    assert!(matches!(none, Err(AppError::Invalid(_))), "{none:?}");
    let elsewhere = World::new(pool).await;
    let stranger = elsewhere
        .store
        .create(&elsewhere.ann, world.general, 5)
        .await;
    assert_eq!(stranger, Err(AppError::NotFound));
    world
        .change_rules(|rules| rules.requests_enabled = false)
        .await;
    assert_eq!(
        world.store.create(&world.ann, world.general, 5).await,
        Err(AppError::RequestsDisabled)
    );
    assert_eq!(
        world.count("select count(*) from assignment_request").await,
        0
    );
    assert_eq!(
        world
            .count("select count(*) from conversation where assigned_to is not null")
            .await,
        0
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn however_many_sleep_whoever_is_awake_behind_them_is_found(pool: PgPool) {
    let world = World::new(pool).await;
    let (asleep, awake) = (world.campaign().await, world.campaign().await);
    world
        .change_campaign(asleep, "texting_from = '13:00'")
        .await;
    // More than are passed over on the way.
    world
        .execute(format!(
            "with co as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 select {0}, {asleep}, 'Ada', 'Byron', '+1303' || 1000000 + n from generate_series(1, 1100) n
                 returning id)
             insert into conversation (organization_id, id, campaign_id, waiting_since, status)
             select {0}, co.id, {asleep}, '2026-11-01 17:00Z', 'needs_response' from co",
            world.organization
        ))
        .await;
    let mut behind = Vec::new();
    for minutes in [30, 20, 10] {
        behind.push(world.pooled(awake, minutes).await);
    }
    for (wanted, given) in [(2, 2), (5, 1)] {
        let outcome = world
            .store
            .create(&world.ann, world.general, wanted)
            .await
            .unwrap();
        assert_eq!(outcome, assigned(given, wanted));
    }
    for reply in behind {
        assert_eq!(world.holder(reply).await, Some(world.ann.member));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_somebody_else_is_taking_is_passed_over_and_not_waited_for(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let (first, second) = (
        world.pooled(campaign, 30).await,
        world.pooled(campaign, 20).await,
    );
    let mut other = pool.begin().await.unwrap();
    sqlx::query("select from conversation where id = $1 for update")
        .bind(first.0)
        .execute(&mut *other)
        .await
        .unwrap();
    let request = world.store.create(&world.ann, world.general, 2);
    let outcome = timeout(Duration::from_secs(10), request).await.unwrap();
    assert_eq!(outcome, Ok(assigned(1, 2)));
    other.rollback().await.unwrap();
    assert_eq!(world.holder(first).await, None);
    assert_eq!(world.holder(second).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_another_pools_request_only_walks_past_is_there_for_whose_it_is(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (theirs, everybodys) = (world.campaign().await, world.campaign().await);
    world
        .change_campaign(theirs, "team_restricted = true")
        .await;
    let team = world.team_for("Spanish", &[], &[&world.ben]).await;
    let teams = world.pool_of(team, PoolKind::Replies, &[theirs]).await;
    for minutes in 0..50 {
        world.pooled(theirs, 200 + minutes).await;
    }
    for minutes in 0..25 {
        world.pooled(everybodys, 100 + minutes).await;
    }
    let request = world.pending_request(&world.ann, 25).await;
    let mut other = pool.begin().await.unwrap();
    let (_, taken, _, _): (i64, i64, Vec<i64>, Vec<i64>) = sqlx::query_as(by_wait::CLAIM)
        .bind(world.organization.0)
        .bind(Some(noon()))
        .bind(world.ann.member.0)
        .bind(25)
        .bind(world.general.0)
        .bind(request.0)
        .bind(world.ann.member.0)
        .bind(100)
        .fetch_one(&mut *other)
        .await
        .unwrap();
    assert_eq!(taken, 25);
    let outcome = world.store.create(&world.ben, teams, 10).await;
    assert_eq!(outcome, Ok(assigned(10, 10)));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_escalated_while_it_is_being_looked_at_is_not_taken(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let (plain, trusted) = (
        world.pooled(campaign, 30).await,
        world.pooled(campaign, 20).await,
    );
    let statement = lock_wanted!(
        "(select cv.id, cv.waiting_since = '2026-11-03 16:40Z' as escalated from conversation cv order by 1)",
        "10"
    )
    .replies;
    // A cursor sees what there was when it was declared, and locks when it is read.
    let declared = format!("declare looked cursor for {statement}");
    let declared = declared.replace("$1", &world.organization.to_string());
    let mut looking = pool.begin().await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(declared))
        .execute(&mut *looking)
        .await
        .unwrap();
    for reply in [plain, trusted] {
        world.change(reply, "escalated = true".into()).await;
    }
    let taken: Vec<i64> = sqlx::query_scalar("fetch all from looked")
        .fetch_all(&mut *looking)
        .await
        .unwrap();
    assert_eq!(taken, [trusted.0], "of one its texter holds the tags");
}
