use crate::testing::World;
use app::domain::{CampaignId, ReleaseOrder, ReleasePolicy, ReleaseProgress, ReleaseState};
use app::ports::Releases;
use sqlx::PgPool;
use sqlx::postgres::PgListener;

async fn thousand(world: &World) -> CampaignId {
    let campaign = world.campaign().await;
    world
        .execute(format!(
            "with co as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 select {org}, {campaign}, 'Ada', 'Byron', '+1404' || (2000000 + n)
                   from generate_series(1, 1000) n
                 returning id)
             insert into conversation (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
             select {org}, id, {campaign}, {ann}, '2026-11-03 12:00Z', '2026-11-03 08:00Z', 'needs_response'
               from co",
            org = world.organization,
            ann = world.ann.member,
        ))
        .await;
    campaign
}

/// Listens until the release has ended.
async fn end(
    world: &World,
    listener: &mut PgListener,
    release: &ReleaseProgress,
) -> ReleaseProgress {
    loop {
        let progress = world
            .store
            .progress(&world.admin, release.release)
            .await
            .unwrap();
        if progress.ended() {
            return progress;
        }
        listener.recv().await.unwrap();
    }
}

const WAITING_FOR_LOCKS: &str = "select count(*) from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'";

const WAITING_FOR_LONG: &str = "select count(*) from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'
       and query_start < clock_timestamp() - interval '1500 milliseconds'";

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_long_release_answers_after_a_moment_and_stops_between_two_batches(pool: PgPool) {
    let world = World::new(pool).await;
    let first = thousand(&world).await;
    for _ in 1..5 {
        thousand(&world).await;
    }
    let mut listener = World::listen(&world.store.pool).await;
    // Somebody is at one conversation of the first batch, which waits for them.
    let mut sender = world.store.pool.begin().await.unwrap();
    sqlx::query("select from conversation where campaign_id = $1 limit 1 for update")
        .bind(first.0)
        .execute(&mut *sender)
        .await
        .unwrap();
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let running = world.store.start(&world.admin, order).await.unwrap();
    assert_eq!(running.state, ReleaseState::Running);
    assert_eq!((running.expected, running.conversations), (5000, 0));
    assert_eq!(running.to_string(), "Releasing: 0 of 5,000 replies");
    let all = world.store.running(&world.admin).await.unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].release, running.release);

    let (cancelling, ()) =
        futures::join!(world.store.cancel(&world.admin, running.release), async {
            // The batch waits for the sender, and whoever cancels for the batch.
            while world.count(WAITING_FOR_LOCKS).await < 2 {
                tokio::task::yield_now().await;
            }
            sender.rollback().await.unwrap()
        });
    let cancelling = cancelling.unwrap();
    assert!(cancelling.cancelling || cancelling.state == ReleaseState::Cancelled);
    let ended = end(&world, &mut listener, &running).await;
    // Whoever cancels waits for the row together with the next batch, and need not be first.
    let batches = ended.conversations / 1000;
    assert!((1..5).contains(&batches), "{ended}");
    let campaigns = if batches == 1 {
        "campaign"
    } else {
        "campaigns"
    };
    assert_eq!(
        ended.to_string(),
        format!("Released {batches},000 replies on {batches} {campaigns}, then it was canceled")
    );
    assert!(!ended.cancelling);
    assert_eq!(
        world
            .count("select count(*) from conversation where assigned_to is null")
            .await,
        i64::from(ended.conversations)
    );
    // One that has ended stays as it is, and can be undone.
    let again = world
        .store
        .cancel(&world.admin, running.release)
        .await
        .unwrap();
    assert_eq!(again, ended);
    let undone = world
        .store
        .undo(&world.admin, running.release)
        .await
        .unwrap();
    assert_eq!(
        end(&world, &mut listener, &undone).await.conversations,
        ended.conversations
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_that_is_short_and_is_kept_waiting_answers_with_its_outcome(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    let mut sender = world.store.pool.begin().await.unwrap();
    sqlx::query("select from conversation where campaign_id = $1 for update")
        .bind(campaign.0)
        .execute(&mut *sender)
        .await
        .unwrap();
    let (released, ()) = futures::join!(world.store.release_mine(&world.ann), async {
        // After a second a long one answers.
        while world.count(WAITING_FOR_LONG).await == 0 {
            tokio::task::yield_now().await;
        }
        sender.rollback().await.unwrap()
    });
    let released = released.unwrap();
    assert_eq!(
        (released.state, released.conversations),
        (ReleaseState::Finished, 1)
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_runs_is_told_before_what_has_ended(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut releases = Vec::new();
    for _ in 0..6 {
        world.reply(campaign, &world.ann, 300).await;
        let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
        releases.push(
            world
                .store
                .start(&world.admin, order)
                .await
                .unwrap()
                .release,
        );
    }
    let runs = releases[0];
    world
        .execute(format!(
            "update release set state = 'running', finished_at = null where id = {runs}"
        ))
        .await;
    let told: Vec<_> = world
        .store
        .running(&world.admin)
        .await
        .unwrap()
        .iter()
        .map(|release| release.release)
        .collect();
    let ended = releases[1..].iter().rev().copied();
    let expected: Vec<_> = [runs].into_iter().chain(ended).collect();
    assert_eq!(told, expected);
}
