use super::super::finish::finish;
use super::super::start::order;
use super::{done, left_out, prepared, progress, undone, view};
use crate::testing::{Row, World, noon};
use app::domain::{
    BulkChange, BulkChosen, BulkState, ConversationId, Direction, Holding, LeftOutReason,
    PageState, PoolKind,
};
use app::error::AppError;
use app::ports::{BulkActions, Conversations, Releases};
use chrono::TimeDelta;
use sqlx::PgPool;

/// The page of Ann, from before.
async fn page(world: &World, id: ConversationId) -> PageState {
    let view = world.store.open(&world.ann, id).await.unwrap();
    let mut texts = view.messages.iter().rev();
    let last = texts.find(|text| text.direction == Direction::Outbound);
    PageState {
        lease_epoch: view.lease_epoch,
        last_text: last.map(|text| text.id),
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_new_holder_has_it_from_then_on_and_the_old_one_sends_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let anns = world.reply(campaign, &world.ann, 10).await;
    let pooled = world.pooled(campaign, 30).await;
    let bens = world.reply(campaign, &world.ben, 30).await;
    let before = page(&world, anns).await;
    let to_ben = BulkChange::Reassign(world.ben.member);

    let id = done(&world, &vera, to_ben, &[anns, pooled, bens]).await;

    let action = view(&world, &vera, id).await;
    assert_eq!(left_out(&action), [(LeftOutReason::AlreadyTheirs, 1)]);
    assert_eq!(action.losers.len(), 1);
    assert_eq!(progress(&world, &vera, id).await.conversations, 2);
    for conversation in [anns, pooled] {
        let row = world.row(conversation).await;
        assert_eq!(row.assigned_to, Some(world.ben.member.0));
        assert_eq!(row.held_since, Some(noon() + TimeDelta::minutes(1)));
        assert_eq!(
            (row.status.as_str(), row.lease_epoch),
            ("needs_response", 1)
        );
    }
    let late = world
        .store
        .send(&world.ann, anns, before, "Late".into())
        .await;
    let by_ben = AppError::TakenByAnother(sentences::page::taken_by_another("Ben"));
    assert_eq!(late, Err(by_ben));
    let watch = world.store.watch(&world.ann, anns).await.unwrap();
    assert_eq!(watch.holding, Holding::Elsewhere);
    assert!(watch.why.unwrap().ends_with("in Message Review"));
    assert_eq!(world.store.notices(&world.ann).await.unwrap().taken, 1);
    let detail = world
        .store
        .detail(&world.admin, progress(&world, &vera, id).await.release)
        .await
        .unwrap();
    let lost: Vec<_> = detail
        .by_texter
        .iter()
        .map(|(who, _, n)| (*who, *n))
        .collect();
    assert_eq!(lost, [(world.ann.member, 1)]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_a_member_whom_a_hand_out_could_give_it_gets_it(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let restricted = world.campaign().await;
    world
        .change_campaign(restricted, "team_restricted = true")
        .await;
    let tag = world.escalation_tag("Legal").await;
    let team = world.team_for("Lawyers", &[tag], &[&world.ann]).await;
    world.pool_of(team, PoolKind::Replies, &[restricted]).await;
    let of_team = world.reply(restricted, &world.ann, 10).await;
    let escalated = world.reply(campaign, &world.ann, 10).await;
    world
        .store
        .tag(&world.ann, escalated, 0, vec![tag])
        .await
        .unwrap();
    let ids = [of_team, escalated];
    let id = prepared(&world, &vera, BulkChange::Reassign(world.ben.member), &ids).await;
    let action = view(&world, &vera, id).await;
    assert_eq!(
        left_out(&action),
        [
            (LeftOutReason::Escalated, 1),
            (LeftOutReason::OtherTeams, 1),
        ]
    );
    let refused = world.store.start_bulk_action(&vera, id).await;
    assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
    // Who is on the team is given both.
    world
        .add_to_team(team, app::ports::TeamPart::Member(world.ben.member))
        .await;
    let id = done(&world, &vera, BulkChange::Reassign(world.ben.member), &ids).await;
    assert_eq!(progress(&world, &vera, id).await.conversations, 2);

    world.suspend(world.ann.member).await;
    let to_ann = BulkChange::Reassign(world.ann.member);
    let chosen = || BulkChosen::These(ids.to_vec());
    let suspended = world
        .store
        .prepare_bulk_action(&vera, to_ann, chosen())
        .await;
    assert!(
        matches!(suspended, Err(AppError::Invalid(_))),
        "{suspended:?}"
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nobody_gets_what_they_could_not_answer_any_more(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let to_ben = BulkChange::Reassign(world.ben.member);
    let id = prepared(&world, &vera, to_ben, &[reply]).await;
    world.suspend(world.ben.member).await;

    let refused = world.store.start_bulk_action(&vera, id).await;

    let sentence = sentences::page::bulk_member_cannot_text().to_owned();
    assert_eq!(refused, Err(AppError::Invalid(sentence)));
    assert_eq!(view(&world, &vera, id).await.state, BulkState::Counted);
    // Nor do they if they are suspended once it has begun.
    world.lift(world.ben.member).await;
    let run = order(&world.store, &vera, id).await.unwrap().unwrap();
    world.suspend(world.ben.member).await;
    finish(&world.store, &run).await.unwrap();
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_undo_gives_back_what_the_new_holder_did_not_touch(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let anns = world.reply(campaign, &world.ann, 10).await;
    let pooled = world.pooled(campaign, 30).await;
    let answered = world.reply(campaign, &world.ann, 20).await;
    let ids = [anns, pooled, answered];
    let id = done(&world, &vera, BulkChange::Reassign(world.ben.member), &ids).await;
    let view = world.store.open(&world.ben, answered).await.unwrap();
    let mut texts = view.messages.iter().rev();
    let last = texts.find(|text| text.direction == Direction::Outbound);
    let state = PageState {
        lease_epoch: view.lease_epoch,
        last_text: last.map(|text| text.id),
    };
    super::later(&world, 2);
    world
        .store
        .send(&world.ben, answered, state, "Hello".into())
        .await
        .unwrap();

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (2, 1));
    assert_eq!(world.holder(anns).await, Some(world.ann.member));
    assert_eq!(world.holder(pooled).await, None);
    assert_eq!(world.holder(answered).await, Some(world.ben.member));
    assert_eq!(world.epoch(anns).await, 2);
    assert_eq!(world.store.notices(&world.ann).await.unwrap().taken, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_undo_puts_into_the_pool_what_waits_there_for_as_long_as_before(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let vera = world.supervolunteer().await;
    let cara = world.texter().await;
    let campaign = world.campaign().await;
    let released = world.reply(campaign, &world.ann, 31 * 60).await;
    store.release_mine(&world.ann).await.unwrap();
    let never_held = world.pooled(campaign, 31 * 60).await;
    world.change(never_held, "held_since = null".into()).await;
    let caras = world.reply(campaign, &cara, 31 * 60).await;
    let ids = [released, never_held, caras];
    let before = [
        world.row(released).await,
        world.row(never_held).await,
        world.row(caras).await,
    ];
    let id = done(&world, &vera, BulkChange::Reassign(world.ben.member), &ids).await;
    world.suspend(cara.member).await;

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (3, 0));
    for (conversation, before) in ids.into_iter().zip(before) {
        let as_before = Row {
            assigned_to: None,
            lease_epoch: before.lease_epoch + 2,
            ..before
        };
        assert_eq!(world.row(conversation).await, as_before);
    }
    // Whoever had lost it may take it back again, and reads why they lost it.
    let watched = store.watch(&world.ann, released).await.unwrap();
    assert_eq!(watched.holding, Holding::Released);
    assert!(watched.why.is_some());
}
