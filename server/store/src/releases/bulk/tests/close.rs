use super::{done, later, left_out, prepared, progress, undone, view};
use crate::messages::receive;
use crate::testing::World;
use app::domain::{BulkChange, LeftOutReason};
use app::ports::{BulkActions, Conversations, Escalations};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_closes_as_by_hand_and_its_undo_opens_it_as_it_was(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let held = world.reply(campaign, &world.ann, 10).await;
    let pooled = world.pooled(campaign, 30).await;
    let unsent = world.unsent(campaign, &world.ann).await;
    let closed = world.reply(campaign, &world.ann, 10).await;
    world
        .change(closed, "status = 'closed', waiting_since = null".into())
        .await;
    let before = [world.row(held).await, world.row(pooled).await];
    let ids = [held, pooled, unsent, closed];

    let id = done(&world, &vera, BulkChange::Close, &ids).await;

    let action = view(&world, &vera, id).await;
    assert_eq!(
        left_out(&action),
        [
            (LeftOutReason::NotMessaged, 1),
            (LeftOutReason::AlreadyClosed, 1),
        ]
    );
    assert_eq!(action.losers, []);
    assert_eq!(progress(&world, &vera, id).await.conversations, 2);
    for (conversation, before) in [held, pooled].into_iter().zip(&before) {
        let row = world.row(conversation).await;
        assert_eq!((row.status.as_str(), row.waiting_since), ("closed", None));
        assert_eq!(row.assigned_to, before.assigned_to);
    }

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (2, 0));
    for (conversation, before) in [held, pooled].into_iter().zip(before) {
        let row = world.row(conversation).await;
        assert_eq!(row.status, before.status);
        assert_eq!(row.waiting_since, before.waiting_since);
        assert_eq!(row.assigned_to, before.assigned_to);
    }
    assert_eq!(world.row(unsent).await.status, "needs_message");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nobody_who_wrote_meanwhile_is_closed_unread_nor_opened_by_the_undo(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let wrote = world.reply(campaign, &world.ann, 10).await;
    let silent = world.reply(campaign, &world.ann, 10).await;
    let id = prepared(&world, &vera, BulkChange::Close, &[wrote, silent]).await;
    let text = world.text_from(wrote, "One more thing").await;
    receive(&world.store, &text).await.unwrap();
    later(&world, 1);
    world.store.start_bulk_action(&vera, id).await.unwrap();
    let ended = progress(&world, &vera, id).await;
    assert_eq!((ended.conversations, ended.kept), (1, 1));
    assert_eq!(world.row(wrote).await.status, "needs_response");
    assert_eq!(world.row(silent).await.status, "closed");

    let text = world.text_from(silent, "Hello again").await;
    receive(&world.store, &text).await.unwrap();
    let since = world.row(silent).await.waiting_since;
    let undo = undone(&world, &vera, id).await;
    assert_eq!((undo.conversations, undo.kept), (0, 1));
    assert_eq!(world.row(silent).await.waiting_since, since);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_undo_leaves_closed_what_somebody_else_closed_since(pool: PgPool) {
    let world = World::new(pool).await;
    let (vera, zora) = (world.supervolunteer().await, world.supervolunteer().await);
    let campaign = world.campaign().await;
    let pooled = world.pooled(campaign, 30).await;
    let untouched = world.pooled(campaign, 30).await;
    let id = done(&world, &vera, BulkChange::Close, &[pooled, untouched]).await;
    let text = world.text_from(pooled, "One more thing").await;
    receive(&world.store, &text).await.unwrap();
    let again = done(&world, &zora, BulkChange::Close, &[pooled]).await;
    assert_eq!(progress(&world, &zora, again).await.conversations, 1);

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (1, 1));
    assert_eq!(world.row(pooled).await.status, "closed");
    assert_eq!(world.row(untouched).await.status, "needs_response");
    // It is hers to undo.
    let undo = undone(&world, &zora, again).await;
    assert_eq!((undo.conversations, undo.kept), (1, 0));
    assert_eq!(world.row(pooled).await.status, "needs_response");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_undo_gives_to_the_pool_what_waits_and_is_held_by_who_was_suspended(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let waits = world.reply(campaign, &world.ann, 10).await;
    let answered = world.reply(campaign, &world.ann, 10).await;
    world
        .change(answered, "status = 'convo', waiting_since = null".into())
        .await;
    let bens = world.reply(campaign, &world.ben, 10).await;
    let before = world.row(waits).await;
    let id = done(&world, &vera, BulkChange::Close, &[waits, answered, bens]).await;
    world.suspend(world.ann.member).await;

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (3, 0));
    let row = world.row(waits).await;
    assert_eq!(
        (row.status.as_str(), row.assigned_to),
        ("needs_response", None)
    );
    assert_eq!(row.waiting_since, before.waiting_since);
    assert_eq!(row.lease_epoch, before.lease_epoch + 1);
    let released: (Vec<i64>, Vec<i64>, Vec<i32>) = sqlx::query_as(
        "select conversation_ids, previous_holders, lease_epochs
           from assignment_event where reason = 'released'",
    )
    .fetch_one(&world.store.pool)
    .await
    .unwrap();
    let ann = world.ann.member.0;
    assert_eq!(released, (vec![waits.0], vec![ann], vec![row.lease_epoch]));
    // Nobody waits for her here, and Ben is there.
    for (conversation, holder) in [(answered, &world.ann), (bens, &world.ben)] {
        assert_eq!(world.holder(conversation).await, Some(holder.member));
        assert_eq!(world.epoch(conversation).await, 0);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_was_escalated_waits_for_its_teams_no_more_until_it_is_undone(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let threat = world.escalation_tag("Threat").await;
    let waits = world.reply(campaign, &world.ann, 10).await;
    let answered = world.reply(campaign, &world.ann, 10).await;
    world
        .change(answered, "status = 'convo', waiting_since = null".into())
        .await;
    for conversation in [waits, answered] {
        let tagged = store.tag(&world.ann, conversation, 0, vec![threat]).await;
        tagged.unwrap();
    }
    let listed = async || store.escalated(&world.admin, None, 10).await.unwrap();
    let before = listed().await;
    assert_eq!(before.len(), 2);
    assert!(before.iter().all(|one| one.by.as_deref() == Some("Ann")));

    let id = done(&world, &vera, BulkChange::Close, &[waits, answered]).await;

    assert_eq!(progress(&world, &vera, id).await.conversations, 2);
    assert_eq!(listed().await, []);
    assert_eq!(store.count_escalated(&world.admin).await, Ok(0));

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (2, 0));
    assert_eq!(listed().await, before);
}
