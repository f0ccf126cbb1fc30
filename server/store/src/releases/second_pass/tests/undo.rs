//! The undo of a second pass, and what becomes of one that its server left.

use super::{DAY, days, initials, messaged, second_pass, status};
use crate::releases::resume_abandoned;
use crate::releases::second_pass::{run_second_pass, undo_second_pass};
use crate::testing::{World, noon};
use app::domain::{ReleaseFilter, ReleaseState};
use app::error::AppError;
use app::ports::{Conversations, Releases, Requests, SecondPasses};
use chrono::TimeDelta;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_undo_gives_back_what_nobody_touched(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    initials(&world).await;
    let leaver = world.texter().await;
    let handed_out = messaged(&world, campaign, &world.ann, 6 * DAY).await;
    let anns = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let bens = messaged(&world, campaign, &world.ben, 5 * DAY).await;
    let leavers = messaged(&world, campaign, &leaver, 5 * DAY).await;
    let nobodys = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    world.change(nobodys, "assigned_to = null".into()).await;
    let gone = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let done = second_pass(&world, campaign).await;
    assert_eq!(done.conversations, 6);
    let one = world.store.create(&world.ben, world.general, 1).await;
    assert_eq!(one.unwrap().assigned(), 1);
    assert_eq!(world.holder(handed_out).await, Some(world.ben.member));
    world.change(gone, "opted_out = true".into()).await;
    world.suspend(leaver.member).await;
    let undoable = world.store.undoable_second_pass(&world.admin, campaign);
    assert_eq!(
        undoable.await.unwrap().map(|last| last.release),
        Some(done.release)
    );

    let undone = world.store.undo(&world.admin, done.release).await.unwrap();

    assert_eq!(
        undone.to_string(),
        "Undone: 4 of 6 conversations returned; 2 were already picked up, answered or deleted"
    );
    for id in [anns, bens, leavers, nobodys] {
        assert_eq!(status(&world, id).await, "messaged", "{id}");
        assert_eq!(world.epoch(id).await, 2);
    }
    assert_eq!(world.holder(anns).await, Some(world.ann.member));
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
    assert_eq!(world.holder(leavers).await, None);
    assert_eq!(world.holder(nobodys).await, None);
    assert_eq!(status(&world, handed_out).await, "needs_message");
    assert_eq!(status(&world, gone).await, "needs_message");
    let undoable = world.store.undoable_second_pass(&world.admin, campaign);
    assert_eq!(undoable.await, Ok(None));
    assert_eq!(
        world.store.undo(&world.admin, done.release).await,
        Err(AppError::UndoneAlready)
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_is_undone_within_ten_minutes(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let done = second_pass(&world, campaign).await;
    world.store.clock.set(noon() + TimeDelta::minutes(10));
    let undone = world.store.undo(&world.admin, done.release).await;
    assert_eq!(undone, Err(AppError::UndoExpired));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_command_line_runs_and_undoes_it_and_stands_in_the_history(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let id = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let (store, organization) = (&world.store, world.organization);
    let done = run_second_pass(store, organization, campaign, days(3))
        .await
        .unwrap();
    assert_eq!(
        (done.conversations, done.actor.as_deref()),
        (1, Some("Baton"))
    );
    let view = store.open(&world.ann, id).await.unwrap();
    assert_eq!(view.why.as_deref(), Some("by Baton, for a second pass"));
    let undone = undo_second_pass(store, organization, campaign)
        .await
        .unwrap();
    assert_eq!(undone.map(|undone| undone.conversations), Some(1));
    assert_eq!(world.holder(id).await, Some(world.ann.member));
    let again = undo_second_pass(store, organization, campaign)
        .await
        .unwrap();
    assert_eq!(again, None);
    let history = store.history(&world.admin, ReleaseFilter::default(), None);
    assert_eq!(history.await.unwrap().rows.len(), 2);
    assert_eq!(
        world
            .count("select count(*) from audit_event where action in ('second_pass_started', 'second_pass_undone') and actor_id is null")
            .await,
        2
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_that_its_server_left_is_finished_and_so_is_its_undo(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for _ in 0..2 {
        messaged(&world, campaign, &world.ann, 5 * DAY).await;
    }
    let done = second_pass(&world, campaign).await;
    messaged(&world, campaign, &world.ben, 5 * DAY).await;
    let leave = "update release set state = 'running', finished_at = null, campaigns = 0,
                        heartbeat_at = now() - interval '16 seconds' where id = ";
    world.execute(format!("{leave}{}", done.release)).await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    let progress = world.store.progress(&world.admin, done.release);
    let progress = progress.await.unwrap();
    assert_eq!(progress.state, ReleaseState::Finished);
    assert_eq!((progress.conversations, progress.campaigns), (3, 1));
    let undone = world.store.undo(&world.admin, done.release).await.unwrap();
    world.execute(format!("{leave}{}", undone.release)).await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    let progress = world.store.progress(&world.admin, undone.release);
    assert_eq!(progress.await.unwrap().conversations, 3);
}
