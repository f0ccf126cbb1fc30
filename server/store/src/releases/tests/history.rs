use crate::testing::{World, noon};
use app::domain::{
    IdleInterval, LeftOut, LeftOutReason, ReleaseFilter, ReleaseOrder, ReleasePolicy, ReleaseState,
};
use app::ports::Releases;
use chrono::TimeDelta;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn tells_who_when_by_which_policy_and_what_came_of_it(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    world.reply(campaign, &world.ben, 45).await;
    let opted_out = world.reply(campaign, &world.ben, 300).await;
    world.change(opted_out, "opted_out = true".into()).await;
    let policy = ReleasePolicy {
        interval: IdleInterval::from_minutes(45).unwrap(),
        include_team_restricted: true,
        ..ReleasePolicy::default()
    };
    let outcome = world
        .store
        .start(&world.admin, ReleaseOrder::Everywhere(policy))
        .await
        .unwrap();
    assert_eq!(outcome.to_string(), "Released 2 replies on 1 campaign");

    let history = world
        .store
        .history(&world.admin, ReleaseFilter::default(), None)
        .await
        .unwrap();
    let [record] = &history.rows[..] else {
        panic!("one row, not {:?}", history.rows)
    };
    assert_eq!(record.progress.release, outcome.release);
    assert_eq!(record.policy, Some(policy));
    assert_eq!(record.progress.state, ReleaseState::Finished);
    assert_eq!(
        (record.progress.conversations, record.progress.campaigns),
        (2, 1)
    );
    assert_eq!(
        record.left_out,
        [LeftOut {
            reason: LeftOutReason::OptedOut,
            conversations: 1
        }]
    );
    assert_eq!(record.started_at, crate::testing::noon());
    assert_eq!(history.next, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn keeps_who_lost_which_conversation(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let anns = world.reply(campaign, &world.ann, 300).await;
    let bens = world.reply(campaign, &world.ben, 200).await;
    let outcome = world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    let mut lost: Vec<(i64, i64, i32)> = sqlx::query_as(
        "select lost.conversation, lost.holder, lost.epoch
           from assignment_event e,
                unnest(e.conversation_ids, e.previous_holders, e.lease_epochs) as lost (conversation, holder, epoch)
          where e.release_id = $1 and e.actor_id = $2 and e.reason = 'released'",
    )
    .bind(outcome.release.0)
    .bind(world.admin.member.0)
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    lost.sort_unstable();
    assert_eq!(
        lost,
        [
            (anns.0, world.ann.member.0, 1),
            (bens.0, world.ben.member.0, 1)
        ]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn releasing_twice_releases_nothing_the_second_time_and_still_says_so(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    let second = world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    assert_eq!(second.to_string(), "Released 0 replies on 0 campaigns");
    assert_eq!(
        world
            .store
            .history(&world.admin, ReleaseFilter::default(), None)
            .await
            .unwrap()
            .rows
            .len(),
        1,
        "a release of nothing leaves no row"
    );
    assert_eq!(world.count("select count(*) from release").await, 1);
    assert_eq!(world.store.running(&world.admin).await.unwrap().len(), 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_can_be_undone_stays_in_reach_whatever_is_released_after_it(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut released = Vec::new();
    for minutes in 0..6 {
        world.store.clock.set(noon() + TimeDelta::minutes(minutes));
        world.reply(campaign, &world.ann, 300).await;
        // The second one of each finds nothing.
        for _ in 0..2 {
            let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
            let done = world.store.start(&world.admin, order).await.unwrap();
            released.extend((done.conversations > 0).then_some(done.release));
        }
    }
    let in_reach = async || -> Vec<_> {
        let running = world.store.running(&world.admin).await.unwrap();
        running
            .into_iter()
            .map(|release| (release.release, release.undo_for.map(|left| left.0)))
            .collect()
    };
    let expected: Vec<_> = released
        .iter()
        .rev()
        .zip(0..)
        .map(|(release, minutes)| (*release, Some(600 - minutes * 60)))
        .collect();
    assert_eq!(in_reach().await, expected);
    world.store.undo(&world.admin, released[1]).await.unwrap();
    world.store.clock.set(noon() + TimeDelta::minutes(11));
    let left: Vec<_> = in_reach().await.into_iter().map(|(id, _)| id).collect();
    assert_eq!(left, [released[5], released[4], released[3], released[2]]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_large_release_runs_in_batches_and_counts_each_campaign_once(pool: PgPool) {
    let world = World::new(pool).await;
    let (large, small) = (world.campaign().await, world.campaign().await);
    for (campaign, replies) in [(large, 2_500), (small, 10)] {
        world
            .execute(format!(
                "with co as (
                     insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                     select {org}, {campaign}, 'Ada', 'Byron', '+1404' || (2000000 + n)
                       from generate_series(1, {replies}) n
                     returning id)
                 insert into conversation (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
                 select {org}, id, {campaign}, {ann}, '2026-11-03 12:00Z'::timestamptz + id * interval '1 second',
                        '2026-11-03 08:00Z', 'needs_response'
                   from co",
                org = world.organization,
                ann = world.ann.member,
            ))
            .await;
    }
    let outcome = world
        .store
        .start(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    assert_eq!((outcome.conversations, outcome.campaigns), (2_510, 2));
    assert_eq!(
        world
            .count("select count(*) from conversation where assigned_to is null")
            .await,
        2_510
    );
    assert_eq!(
        world
            .count(
                "select count(*) from assignment_event where cardinality(conversation_ids) <= 1000"
            )
            .await,
        world.count("select count(*) from assignment_event").await,
    );
    assert_eq!(
        world.count("select count(*) from assignment_event").await,
        3
    );
}
