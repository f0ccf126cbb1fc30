//! The running service: its deadlines, what wakes it, and its start.

use super::{Running, WAKE_TIMEOUT, campaign, due_in};
use app::domain::{AutoassignMode, IdleInterval};
use app::ports::Campaigns;
use server_store::notify;
use server_store::testing::World;
use sqlx::PgPool;
use tokio::time::timeout;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn it_sleeps_until_the_deadline_and_acts_within_a_second_of_it(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = campaign(&world).await;
    let mut replies = Vec::new();
    for milliseconds in [1000, 1500, 2500] {
        replies.push(due_in(&world, campaign, milliseconds).await);
    }
    let mut running = Running::start(pool).await;
    for reply in replies {
        let late = running.lateness(reply).await;
        assert!((0.0..1.0).contains(&late), "{late}");
    }
    running.stop().await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_saved_window_and_a_changed_conversation_wake_it(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (on, campaign) = (campaign(&world).await, campaign(&world).await);
    world
        .change_campaign(campaign, "auto_release_minutes = null")
        .await;
    let first = due_in(&world, on, -1000).await;
    let mut running = Running::start(pool.clone()).await;
    // It is awake, and has nothing more to do for as long as its poll.
    running.lateness(first).await;
    let overdue = due_in(&world, campaign, -1000).await;
    let mode = AutoassignMode {
        auto_assign: true,
        auto_release: Some(IdleInterval::from_minutes(30).unwrap()),
    };
    let saved = running
        .store
        .save_autoassign(&world.admin, campaign, 0, mode);
    saved.await.unwrap();
    let late = running.lateness(overdue).await;
    assert!((0.0..4.0).contains(&late), "{late}");

    let claimed = due_in(&world, on, 1000).await;
    notify::changed(&pool, world.organization, [on], [world.ann.member])
        .await
        .unwrap();
    let late = running.lateness(claimed).await;
    assert!((0.0..1.0).contains(&late), "{late}");
    running.stop().await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_campaign_whose_rows_somebody_holds_on_to_delays_no_other(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (stuck, other) = (campaign(&world).await, campaign(&world).await);
    let locked = due_in(&world, stuck, -1000).await;
    let mut lock = pool.begin().await.unwrap();
    sqlx::query("select from conversation where id = $1 for update")
        .bind(locked.0)
        .execute(&mut *lock)
        .await
        .unwrap();
    let reply = due_in(&world, other, 500).await;
    let mut running = Running::start(pool).await;
    let late = running.lateness(reply).await;
    assert!((0.0..1.0).contains(&late), "{late}");
    assert!(world.holder(locked).await.is_some());
    lock.rollback().await.unwrap();
    running.lateness(locked).await;
    running.stop().await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn at_its_start_it_catches_up_with_everything_in_batches(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = campaign(&world).await;
    let last = due_in(&world, campaign, -1000).await;
    world
        .execute(format!(
            "with co as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 select {org}, {campaign}, 'Ada', 'Byron', '+1404' || (2000000 + n)
                   from generate_series(1, 2500) n
                 returning id)
             insert into conversation (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
             select {org}, id, {campaign}, {ann}, now() - interval '5 hours' + id * interval '1 second', '2026-11-01',
                    'needs_response'
               from co",
            org = world.organization,
            ann = world.ann.member,
        ))
        .await;
    let mut running = Running::start(pool).await;
    running.lateness(last).await;
    let held = "select count(*) from conversation where assigned_to is not null";
    while world.count(held).await > 0 {
        timeout(WAKE_TIMEOUT, running.changes.recv())
            .await
            .unwrap()
            .unwrap();
    }
    let batches = "select count(*) from assignment_event where reason = 'released'";
    assert!(world.count(batches).await >= 3);
    running.stop().await;
}
