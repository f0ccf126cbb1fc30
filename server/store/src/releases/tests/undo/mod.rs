//! The undo of a release.

mod escalated;
mod texters;

use crate::messages::receive;
use crate::releases::{release_automatically, resume_abandoned};
use crate::testing::{World, noon};
use app::domain::{
    Age, CampaignId, ReleaseFilter, ReleaseId, ReleaseOrder, ReleasePolicy, ReleaseState,
};
use app::error::AppError;
use app::ports::{Conversations, Releases, Requests};
use chrono::TimeDelta;
use sqlx::PgPool;

async fn release(world: &World) -> ReleaseId {
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let done = world.store.start(&world.admin, order).await.unwrap();
    assert_eq!(done.state, ReleaseState::Finished);
    done.release
}

/// A campaign with so many replies that Ann holds, all of them due.
async fn with_replies(pool: PgPool, replies: usize) -> (World, CampaignId) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for _ in 0..replies {
        world.reply(campaign, &world.ann, 300).await;
    }
    (world, campaign)
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn gives_back_what_nobody_touched_and_says_what_was_kept(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let untouched = world.reply(campaign, &world.ann, 200).await;
    let bens = world.reply(campaign, &world.ben, 200).await;
    let requested = world.reply(campaign, &world.ann, 400).await;
    let sent = world.reply(campaign, &world.ann, 300).await;
    let closed = world.reply(campaign, &world.ann, 200).await;
    let leaver = world.texter().await;
    let leavers = world.reply(campaign, &leaver, 200).await;
    let release = release(&world).await;
    // The longest waiting goes to Ben.
    world
        .store
        .create(&world.ben, world.general, 1)
        .await
        .unwrap();
    world
        .store
        .send(&world.ann, sent, 0.into(), "On my way".into())
        .await
        .unwrap();
    world.change(closed, "status = 'closed'".into()).await;
    world.suspend(leaver.member).await;
    world.store.clock.set(noon() + TimeDelta::minutes(5));

    let undone = world.store.undo(&world.admin, release).await.unwrap();

    assert_eq!(
        undone.to_string(),
        "Undone: 2 of 6 replies returned; 4 were already picked up, answered or deleted"
    );
    assert_eq!((undone.undoes, undone.campaigns), (Some(release), 1));
    assert_eq!(world.holder(untouched).await, Some(world.ann.member));
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
    assert_eq!(world.holder(requested).await, Some(world.ben.member));
    assert_eq!(world.holder(closed).await, None);
    assert_eq!(world.holder(leavers).await, None);
    assert_eq!(world.epoch(untouched).await, 2);
    assert_eq!(
        world
            .count(
                "select count(*) from conversation
                  where released_from is null and held_since = '2026-11-03 17:05Z' and lease_epoch = 2"
            )
            .await,
        2
    );
    let mut back: Vec<(i64, i64, i32)> = sqlx::query_as(
        "select moved.id, e.new_holder, moved.epoch
           from assignment_event e,
                unnest(e.conversation_ids, e.previous_holders, e.lease_epochs) as moved (id, holder, epoch)
          where e.reason = 'given_back' and e.actor_id = $1 and e.release_id = $2 and moved.holder is null",
    )
    .bind(world.admin.member.0)
    .bind(undone.release.0)
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    back.sort_unstable();
    assert_eq!(
        back,
        [
            (untouched.0, world.ann.member.0, 2),
            (bens.0, world.ben.member.0, 2)
        ]
    );
    let detail = world
        .store
        .detail(&world.admin, undone.release)
        .await
        .unwrap();
    assert_eq!(detail.by_texter.len(), 2);
    assert_eq!(detail.record.progress.undo_for, None);
    let undone_release = world.store.detail(&world.admin, release).await.unwrap();
    assert_eq!(undone_release.record.undone_by, Some(undone.release));
    assert_eq!(undone_release.record.progress.undo_for, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_opted_out_meanwhile_stays_where_they_are(pool: PgPool) {
    let (world, campaign) = with_replies(pool, 1).await;
    let stopped = world.reply(campaign, &world.ann, 300).await;
    let release = release(&world).await;
    for text in ["stop", "wrong number!"] {
        let text = world.text_from(stopped, text).await;
        receive(&world.store, &text).await.unwrap();
    }
    let undone = world.store.undo(&world.admin, release).await.unwrap();
    assert_eq!((undone.conversations, undone.kept), (1, 1));
    assert_eq!(undone.kept_escalated, 0);
    assert_eq!(world.holder(stopped).await, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_was_given_back_is_idle_from_then_on(pool: PgPool) {
    let (world, campaign) = with_replies(pool, 1).await;
    world
        .change_campaign(campaign, "auto_release_minutes = 60")
        .await;
    let automatic = |world: &World| {
        let store = world.store.clone();
        let organization = world.organization;
        async move {
            release_automatically(&store, organization, campaign)
                .await
                .unwrap()
        }
    };
    assert_eq!(automatic(&world).await, 1);
    let release = ReleaseId(world.count("select id from release").await);
    world.store.undo(&world.admin, release).await.unwrap();
    assert_eq!(automatic(&world).await, 0);
    world.store.clock.set(noon() + TimeDelta::minutes(60));
    assert_eq!(automatic(&world).await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn ten_minutes_are_ten_minutes(pool: PgPool) {
    let (world, _) = with_replies(pool, 1).await;
    let release = release(&world).await;
    let until = noon() + TimeDelta::minutes(10);
    let record = world
        .store
        .detail(&world.admin, release)
        .await
        .unwrap()
        .record;
    assert_eq!(record.progress.undo_for, Some(Age(600)));
    world.store.clock.set(until);
    assert_eq!(
        world.store.undo(&world.admin, release).await,
        Err(AppError::UndoExpired)
    );
    let record = world
        .store
        .detail(&world.admin, release)
        .await
        .unwrap()
        .record;
    assert_eq!(record.progress.undo_for, None);
    assert_eq!(world.count("select count(*) from release").await, 1);
    world.store.clock.set(until - TimeDelta::microseconds(1));
    let undone = world.store.undo(&world.admin, release).await.unwrap();
    assert_eq!(undone.conversations, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn once_and_not_an_undo_and_not_while_it_runs(pool: PgPool) {
    let (world, _) = with_replies(pool, 1).await;
    let first = release(&world).await;
    let nothing = release(&world).await;
    let undo = |release| world.store.undo(&world.admin, release);
    assert_eq!(undo(nothing).await, Err(AppError::NotFound));
    world
        .execute(format!(
            "update release set state = 'running', finished_at = null where id = {first}"
        ))
        .await;
    assert!(matches!(undo(first).await, Err(AppError::Invalid(_))));
    world
        .execute(format!(
            "update release set state = 'finished', finished_at = clock where id = {first}"
        ))
        .await;
    let (one, other) = futures::join!(undo(first), undo(first));
    assert_eq!(
        [&one, &other]
            .iter()
            .filter(|undo| ***undo == Err(AppError::UndoneAlready))
            .count(),
        1,
        "{one:?} {other:?}"
    );
    let undone = one.or(other).unwrap();
    assert_eq!(undone.conversations, 1);
    assert!(matches!(
        undo(undone.release).await,
        Err(AppError::Invalid(_))
    ));
    assert_eq!(
        undo(ReleaseId(undone.release.0 + 100)).await,
        Err(AppError::NotFound)
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_undo_that_its_server_left_is_finished(pool: PgPool) {
    let (world, _) = with_replies(pool, 3).await;
    let release = release(&world).await;
    let undone = world.store.undo(&world.admin, release).await.unwrap();
    // As if the server had died after one of three.
    world
        .execute(
            "update conversation set assigned_to = null, lease_epoch = 1
              where id > (select min(id) from conversation)"
                .into(),
        )
        .await;
    world
        .execute(
            "update assignment_event
                set conversation_ids = conversation_ids[1:1], previous_holders = previous_holders[1:1],
                    lease_epochs = lease_epochs[1:1]
              where reason = 'given_back'"
                .into(),
        )
        .await;
    world
        .execute(format!(
            "update release set state = 'running', finished_at = null, conversations = 1, kept = 0,
                    heartbeat_at = now() - interval '16 seconds'
              where id = {}",
            undone.release
        ))
        .await;
    // It cannot be stopped: what it had left could never be given back.
    let running = Releases::cancel(&world.store, &world.admin, undone.release)
        .await
        .unwrap();
    assert_eq!(
        (running.state, running.cancelling),
        (ReleaseState::Running, false)
    );
    assert_eq!(
        world
            .count("select count(*) from audit_event where action = 'release_stopped'")
            .await,
        0
    );
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    let record = &world
        .store
        .history(&world.admin, ReleaseFilter::default(), None)
        .await
        .unwrap()
        .rows[0];
    assert_eq!(
        record.progress.to_string(),
        "Undone: 3 of 3 replies returned",
        "{record:?}"
    );
    assert_eq!(
        world
            .count("select count(*) from conversation where assigned_to is null")
            .await,
        0
    );
}
