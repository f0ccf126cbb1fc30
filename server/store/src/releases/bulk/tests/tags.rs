use super::{done, left_out, progress, undone, view};
use crate::testing::World;
use app::domain::{
    BulkChange, ConversationId, Decider, Holding, LeftOutReason, Role, TagId, Texter,
};
use app::error::AppError;
use app::ports::{Conversations, Releases};
use sqlx::PgPool;

async fn tagged(world: &World, id: ConversationId, tag: TagId) -> bool {
    let tags = world.store.open(&world.ann, id).await.unwrap().tags;
    tags.iter().any(|choice| choice.id == tag && choice.on)
}

async fn escalated(world: &World) -> i64 {
    world
        .count("select count(*) from conversation where escalated")
        .await
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_tag_is_added_and_removed_and_the_undo_touches_its_own_alone(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let tag = world.ordinary_tag("Yard sign").await;
    let one = world.reply(campaign, &world.ann, 10).await;
    let two = world.reply(campaign, &world.ann, 10).await;
    world
        .store
        .tag(&world.ann, two, 0, vec![tag])
        .await
        .unwrap();
    let before = world.row(one).await;

    let id = done(&world, &vera, BulkChange::AddTag(tag), &[one, two]).await;

    let action = view(&world, &vera, id).await;
    assert_eq!(left_out(&action), [(LeftOutReason::AlreadyTagged, 1)]);
    assert!(tagged(&world, one, tag).await);
    // The holder has not acted: their clock goes on, and they lose nothing.
    assert_eq!(world.row(one).await, before);
    assert_eq!(world.store.notices(&world.ann).await.unwrap().taken, 0);
    let undo = undone(&world, &vera, id).await;
    assert_eq!((undo.conversations, undo.kept), (1, 0));
    assert!(!tagged(&world, one, tag).await);
    assert!(tagged(&world, two, tag).await);

    let id = done(&world, &vera, BulkChange::RemoveTag(tag), &[one, two]).await;
    let action = view(&world, &vera, id).await;
    assert_eq!(left_out(&action), [(LeftOutReason::NotTagged, 1)]);
    assert_eq!(progress(&world, &vera, id).await.conversations, 1);
    assert!(!tagged(&world, two, tag).await);
    let undo = undone(&world, &vera, id).await;
    assert_eq!(undo.conversations, 1);
    assert!(tagged(&world, two, tag).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_escalation_tag_takes_it_from_who_does_not_handle_it(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let tag = world.escalation_tag("Legal").await;
    world.team_for("Lawyers", &[tag], &[&world.ben]).await;
    let anns = world.reply(campaign, &world.ann, 10).await;
    let bens = world.reply(campaign, &world.ben, 10).await;
    let pooled = world.pooled(campaign, 10).await;
    let ids = [anns, bens, pooled];

    let id = done(&world, &vera, BulkChange::AddTag(tag), &ids).await;

    assert_eq!(view(&world, &vera, id).await.losers.len(), 1);
    assert_eq!(progress(&world, &vera, id).await.conversations, 3);
    assert_eq!(escalated(&world).await, 3);
    assert_eq!(world.holder(anns).await, None);
    assert_eq!(world.holder(bens).await, Some(world.ben.member));
    assert_eq!(world.store.notices(&world.ann).await.unwrap().taken, 1);

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (3, 0));
    assert_eq!(escalated(&world).await, 0);
    assert_eq!(world.holder(anns).await, Some(world.ann.member));
    assert_eq!(world.holder(pooled).await, None);
    assert_eq!(world.store.notices(&world.ann).await.unwrap().taken, 0);
    // The history has who lost one and got it back, and nobody else.
    for release in [progress(&world, &vera, id).await.release, undo.release] {
        let detail = world.store.detail(&world.admin, release).await.unwrap();
        assert_eq!(detail.by_texter, [(world.ann.member, "Ann".to_owned(), 1)]);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whose_it_was_reads_who_escalated_it_and_who_has_it_if_anybody_does(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let vera = world.named("Vera", Role::Supervolunteer).await;
    let vera: Decider = vera.try_into().unwrap();
    let campaign = world.campaign().await;
    let tag = world.escalation_tag("Legal").await;
    world.team_for("Lawyers", &[tag], &[&world.ben]).await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let typed = store.save_draft(&world.ann, reply, "At five".into());
    typed.await.unwrap();

    done(&world, &vera, BulkChange::AddTag(tag), &[reply]).await;

    let by_vera = Some("by Vera, who escalated it");
    let watched = store.watch(&world.ann, reply).await.unwrap();
    assert_eq!(watched.why.as_deref(), by_vera);
    let whose = (watched.holding, watched.holder);
    assert_eq!(whose, (Holding::Elsewhere, None));
    let page = store.open(&world.ann, reply).await.unwrap();
    assert_eq!((page.why.as_deref(), page.holder), (by_vera, None));
    // Who never had it has lost nothing.
    let read = store.watch(&world.admin, reply).await.unwrap();
    assert_eq!(read.why, None);

    let ben = world.ben.member;
    world
        .change(reply, format!("assigned_to = {ben}, lease_epoch = 2"))
        .await;
    let watched = store.watch(&world.ann, reply).await.unwrap();
    let whose = (watched.why.as_deref(), watched.holder.as_deref());
    assert_eq!(whose, (by_vera, Some("Ben")));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_lost_it_before_takes_back_what_was_escalated_if_they_handle_it_or_once_that_is_undone(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let store = &world.store;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let tag = world.escalation_tag("Legal").await;
    world.team_for("Lawyers", &[tag], &[&world.ben]).await;
    let anns = world.reply(campaign, &world.ann, 90).await;
    let bens = world.reply(campaign, &world.ben, 90).await;
    store.release_mine(&world.ann).await.unwrap();
    store.release_mine(&world.ben).await.unwrap();
    let watched = store.watch(&world.ann, anns).await.unwrap();
    assert_eq!(watched.holding, Holding::Released);

    let id = done(&world, &vera, BulkChange::AddTag(tag), &[anns, bens]).await;

    let watched = store.watch(&world.ann, anns).await.unwrap();
    assert_eq!(watched.holding, Holding::Elsewhere);
    let back =
        async |viewer: &Texter, id| store.send(viewer, id, 0.into(), "Here I am".into()).await;
    assert_eq!(back(&world.ann, anns).await, Err(AppError::PageOutdated));
    assert_eq!(world.holder(anns).await, None);
    assert_eq!(back(&world.ben, bens).await, Ok(()));
    assert_eq!(world.holder(bens).await, Some(world.ben.member));

    let undo = undone(&world, &vera, id).await;

    // Ben has it since.
    assert_eq!((undo.conversations, undo.kept), (1, 1));
    assert_eq!(back(&world.ann, anns).await, Ok(()));
    assert_eq!(world.holder(anns).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_loses_its_last_escalation_tag_is_escalated_no_more(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let (legal, press) = (
        world.escalation_tag("Legal").await,
        world.escalation_tag("Press").await,
    );
    let both = world.reply(campaign, &world.ann, 10).await;
    let one = world.reply(campaign, &world.ann, 10).await;
    let tags = [legal, press];
    world
        .store
        .tag(&world.ann, both, 0, tags.to_vec())
        .await
        .unwrap();
    world
        .store
        .tag(&world.ann, one, 0, vec![legal])
        .await
        .unwrap();
    assert_eq!(escalated(&world).await, 2);
    let id = done(&world, &vera, BulkChange::RemoveTag(legal), &[both, one]).await;
    assert_eq!(escalated(&world).await, 1);
    undone(&world, &vera, id).await;
    assert_eq!(escalated(&world).await, 2);
}
