//! The order of releases when more is due than there are slots.

use super::auto_release::{Running, SETTINGS, campaign, due_in};
use app::domain::CampaignId;
use server_store::testing::World;
use sqlx::{AssertSqlSafe, PgPool};

/// Whatever is released on another campaign than this one is given back at once, and is overdue again.
async fn never_ends_but_on(world: &World, campaign: CampaignId) {
    for statement in [
        format!(
            "create function again() returns trigger language plpgsql as $$
             begin
                 update conversation set assigned_to = {}
                  where campaign_id <> {campaign} and assigned_to is null;
                 return null;
             end $$",
            world.ann.member
        ),
        "create trigger again after insert on assignment_event
            for each row execute function again()"
            .to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&world.store.pool)
            .await
            .unwrap();
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn campaigns_that_are_always_due_leave_the_others_their_turn(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    for _ in 0..SETTINGS.concurrency {
        due_in(&world, campaign(&world).await, -2000).await;
    }
    let last = campaign(&world).await;
    let reply = due_in(&world, last, -1000).await;
    never_ends_but_on(&world, last).await;
    let mut running = Running::start(pool).await;
    let late = running.lateness(reply).await;
    assert!((0.0..5.0).contains(&late), "{late}");
    running.stop().await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_other_servers_are_releasing_holds_no_slot_here(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    for _ in 0..3 * SETTINGS.concurrency {
        due_in(&world, campaign(&world).await, -1000).await;
    }
    let mut theirs = pool.begin().await.unwrap();
    sqlx::query("select from campaign for update")
        .execute(&mut *theirs)
        .await
        .unwrap();
    let reply = due_in(&world, campaign(&world).await, 1500).await;
    let mut running = Running::start(pool).await;
    let late = running.lateness(reply).await;
    assert!((0.0..1.0).contains(&late), "{late}");
    theirs.rollback().await.unwrap();
    running.stop().await;
}
