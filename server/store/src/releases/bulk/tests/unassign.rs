use super::{done, later, left_out, prepared, progress, undone, view};
use crate::testing::World;
use app::domain::{
    BulkChange, BulkState, LeftOutReason, PageState, ReleaseFilter, ReleaseKind, ReleaseScope,
};
use app::error::AppError;
use app::ports::{BulkActions, Conversations, Releases};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_takes_what_is_held_and_leaves_the_rest_with_the_reason(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let archived = world.campaign().await;
    let anns = world.reply(campaign, &world.ann, 10).await;
    let unsent = world.unsent(campaign, &world.ben).await;
    let pooled = world.pooled(campaign, 30).await;
    let escalated = world.reply(campaign, &world.ann, 30).await;
    world.change(escalated, "escalated = true".into()).await;
    let gone = world.reply(archived, &world.ann, 30).await;
    world.change_campaign(archived, "archived_at = now()").await;
    let ids = [anns, unsent, pooled, escalated, gone];
    let before = world.row(anns).await;

    let id = prepared(&world, &vera, BulkChange::Unassign, &ids).await;

    let action = view(&world, &vera, id).await;
    assert_eq!((action.seen, action.expected), (5, 2));
    assert_eq!(
        left_out(&action),
        [
            (LeftOutReason::CampaignClosed, 1),
            (LeftOutReason::Escalated, 1),
            (LeftOutReason::WithNobody, 1),
        ]
    );
    assert_eq!(action.losers.len(), 2);
    assert_eq!(action.state, BulkState::Counted);
    assert_eq!(world.row(anns).await, before);
    later(&world, 1);
    world.store.start_bulk_action(&vera, id).await.unwrap();
    // Pressed twice it is done once.
    world.store.start_bulk_action(&vera, id).await.unwrap();

    let progress = progress(&world, &vera, id).await;
    assert_eq!((progress.conversations, progress.kept), (2, 0));
    let after = world.row(anns).await;
    assert_eq!((after.assigned_to, after.lease_epoch), (None, 1));
    assert_eq!(after.held_since, before.held_since);
    assert_eq!(after.waiting_since, before.waiting_since);
    assert_eq!(world.holder(unsent).await, None);
    assert_eq!(world.holder(escalated).await, Some(world.ann.member));
    assert_eq!(world.holder(gone).await, Some(world.ann.member));
    // It stands in the history like a release, and whoever lost something hears it.
    let history = world
        .store
        .history(&world.admin, ReleaseFilter::default(), None)
        .await
        .unwrap();
    let [record] = &history.rows[..] else {
        panic!("one row")
    };
    assert_eq!(record.scope, ReleaseScope::Review);
    assert_eq!(record.progress.kind, ReleaseKind::Bulk);
    assert_eq!(record.bulk, Some(action.subject));
    let notices = world.store.notices(&world.ann).await.unwrap();
    assert_eq!((notices.taken, notices.latest.len()), (1, 1));
    let seen = world.store.open(&world.ann, anns).await.unwrap();
    let why = seen.why.unwrap();
    assert!(why.ends_with("in Message Review"), "{why}");
    assert_eq!(
        world
            .count("select count(*) from audit_event where action = 'bulk_action_started'")
            .await,
        1
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_undo_gives_back_what_nobody_took(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let anns = world.reply(campaign, &world.ann, 10).await;
    let taken = world.reply(campaign, &world.ann, 20).await;
    let id = done(&world, &vera, BulkChange::Unassign, &[anns, taken]).await;
    // As a hand-out gives it.
    let ben = world.ben.member;
    world
        .change(
            taken,
            format!("assigned_to = {ben}, held_since = now(), lease_epoch = lease_epoch + 1"),
        )
        .await;

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (1, 1));
    assert_eq!(world.holder(anns).await, Some(world.ann.member));
    assert_eq!(world.holder(taken).await, Some(ben));
    assert_eq!(world.store.notices(&world.ann).await.unwrap().taken, 1);
    let again = world.store.undo_bulk_action(&vera, id).await;
    assert_eq!(again, Err(AppError::UndoneAlready));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_changed_hands_meanwhile_is_left_alone_and_counted(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let anns = world.reply(campaign, &world.ann, 10).await;
    let moved = world.reply(campaign, &world.ann, 20).await;
    let id = prepared(&world, &vera, BulkChange::Unassign, &[anns, moved]).await;
    let ben = world.ben.member;
    world
        .change(
            moved,
            format!("assigned_to = {ben}, lease_epoch = lease_epoch + 1"),
        )
        .await;
    world.store.start_bulk_action(&vera, id).await.unwrap();
    let progress = progress(&world, &vera, id).await;
    assert_eq!((progress.conversations, progress.kept), (1, 1));
    assert_eq!(world.holder(moved).await, Some(ben));
    // All of another one had changed: nothing is done, and nothing stands in the history.
    let id = prepared(&world, &vera, BulkChange::Unassign, &[moved]).await;
    world
        .change(moved, "lease_epoch = lease_epoch + 1".into())
        .await;
    world.store.start_bulk_action(&vera, id).await.unwrap();
    assert_eq!(view(&world, &vera, id).await.state, BulkState::Nothing);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_is_its_makers_and_an_admin_undoes_it_too(pool: PgPool) {
    let world = World::new(pool).await;
    let (vera, zora) = (world.supervolunteer().await, world.supervolunteer().await);
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let id = prepared(&world, &vera, BulkChange::Unassign, &[reply]).await;
    let refused = Err(AppError::NotAllowed);
    assert_eq!(world.store.start_bulk_action(&zora, id).await, refused);
    world.store.start_bulk_action(&vera, id).await.unwrap();
    assert_eq!(world.store.stop_bulk_action(&zora, id).await, refused);
    assert_eq!(world.store.undo_bulk_action(&zora, id).await, refused);
    world
        .store
        .undo_bulk_action(&world.admin, id)
        .await
        .unwrap();
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_lost_it_takes_it_back_by_sending_until_somebody_has_it(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    done(&world, &vera, BulkChange::Unassign, &[reply]).await;
    let view = world.store.open(&world.ann, reply).await.unwrap();
    let page = PageState {
        lease_epoch: 0,
        last_text: view
            .messages
            .iter()
            .rev()
            .find(|text| text.direction == app::domain::Direction::Outbound)
            .map(|text| text.id),
    };
    world
        .store
        .send(&world.ann, reply, page, "Here I am".into())
        .await
        .unwrap();
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
}
