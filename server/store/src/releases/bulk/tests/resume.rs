use super::{done, progress, undone, view};
use crate::releases::resume_abandoned;
use crate::testing::World;
use app::domain::{BulkChange, BulkState};
use app::ports::BulkActions;
use sqlx::PgPool;

const LEAVE: &str = "update release set state = 'running', finished_at = null, campaigns = 0,
                            heartbeat_at = now() - interval '16 seconds' where id = ";

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_that_its_server_left_is_finished_and_so_is_its_undo(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let one = world.reply(campaign, &world.ann, 10).await;
    let two = world.reply(campaign, &world.ann, 10).await;
    let to_ben = BulkChange::Reassign(world.ben.member);
    let id = done(&world, &vera, to_ben, &[one, two]).await;
    let release = progress(&world, &vera, id).await.release;
    world.execute(format!("{LEAVE}{release}")).await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    // Nothing is moved a second time.
    let ended = progress(&world, &vera, id).await;
    assert_eq!((ended.conversations, ended.kept), (2, 0));
    assert_eq!(world.epoch(one).await, 1);

    let undo = undone(&world, &vera, id).await;
    world.execute(format!("{LEAVE}{}", undo.release)).await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    let BulkState::Started {
        undo: Some(undo), ..
    } = view(&world, &vera, id).await.state
    else {
        panic!("an undo")
    };
    assert_eq!((undo.conversations, undo.kept), (2, 0));
    assert_eq!(world.epoch(one).await, 2);
    assert_eq!(world.holder(two).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_that_is_stopped_before_its_first_batch_changes_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let id = done(&world, &vera, BulkChange::Unassign, &[reply]).await;
    let release = progress(&world, &vera, id).await.release;
    undone(&world, &vera, id).await;
    world.execute(format!("{LEAVE}{release}")).await;
    world.store.stop_bulk_action(&vera, id).await.unwrap();
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
}
