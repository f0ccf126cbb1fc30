use super::{done, later, left_out, prepared, progress, undone, view};
use crate::messages::receive;
use crate::opt_outs::{self, Source};
use crate::testing::{Thread, World, noon};
use app::domain::{
    AuditActor, BulkChange, ConversationId, LeftOutReason, PhoneNumber, SecondPassDays,
};
use app::ports::{BulkActions, SecondPasses};
use chrono::TimeDelta;
use sqlx::PgPool;

async fn opted_out(world: &World) -> i64 {
    world.count("select count(*) from opt_out").await
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_records_each_number_at_once_and_its_undo_lifts_its_own(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    let waits = world.reply(campaign, &world.ann, 10).await;
    let answered = world.reply(campaign, &world.ann, 10).await;
    world
        .change(answered, "status = 'convo', waiting_since = null".into())
        .await;
    let elsewhere = world.reply(other, &world.ben, 10).await;
    world.same_contact(waits, elsewhere).await;
    let before = world.reply(campaign, &world.ann, 10).await;
    let number: PhoneNumber = world.cell(before).await.parse().unwrap();
    let mut tx = world.store.pool.begin().await.unwrap();
    let source = Source::Admin(Some(world.admin.member));
    opt_outs::record(
        &mut tx,
        &world.store.clock,
        world.organization,
        &number,
        source,
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let since = world.row(waits).await.waiting_since;
    let ids = [waits, answered, before];

    let id = done(&world, &vera, BulkChange::OptOut, &ids).await;

    let action = view(&world, &vera, id).await;
    assert_eq!(left_out(&action), [(LeftOutReason::OptedOut, 1)]);
    assert_eq!(progress(&world, &vera, id).await.conversations, 2);
    assert_eq!(opted_out(&world).await, 3);
    for conversation in [waits, answered, elsewhere] {
        let row = world.row(conversation).await;
        assert!(row.opted_out);
        assert_eq!(row.status, "closed");
    }
    // No goodbye goes out.
    assert_eq!(
        world
            .count("select count(*) from outbox where goodbye")
            .await,
        0
    );
    let by =
        "select count(*) from opt_out where bulk_action_id is not null and recorded_by is not null";
    assert_eq!(world.count(by).await, 2);

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (2, 0));
    assert_eq!(opted_out(&world).await, 1);
    let row = world.row(waits).await;
    assert_eq!(
        (row.status.as_str(), row.waiting_since),
        ("needs_response", since)
    );
    assert_eq!(world.row(answered).await.status, "convo");
    assert_eq!(world.row(elsewhere).await.status, "needs_response");
    assert!(world.row(before).await.opted_out);
    let reasons = "select count(*) from opt_out_lift where reason <> ''";
    assert_eq!(world.count(reasons).await, 2);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_opt_out_that_another_one_recorded_since_is_not_lifted(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let stopped = world.reply(campaign, &world.ann, 10).await;
    let id = prepared(&world, &vera, BulkChange::OptOut, &[reply, stopped]).await;
    // The contact says stop before it is done.
    let number: PhoneNumber = world.cell(stopped).await.parse().unwrap();
    let mut tx = world.store.pool.begin().await.unwrap();
    let (clock, organization) = (&world.store.clock, world.organization);
    opt_outs::record(&mut tx, clock, organization, &number, Source::Contact)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    later(&world, 1);
    world.store.start_bulk_action(&vera, id).await.unwrap();
    let ended = progress(&world, &vera, id).await;
    assert_eq!((ended.conversations, ended.kept), (1, 1));
    // And the other one is lifted and recorded anew by an admin.
    let number: PhoneNumber = world.cell(reply).await.parse().unwrap();
    let admin = AuditActor {
        organization,
        member: Some(world.admin.member),
        address: None,
    };
    opt_outs::lift(&world.store, admin, &number, "asked")
        .await
        .unwrap();
    let mut tx = world.store.pool.begin().await.unwrap();
    opt_outs::record(&mut tx, clock, organization, &number, Source::Admin(None))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let undo = undone(&world, &vera, id).await;
    assert_eq!((undo.conversations, undo.kept), (0, 1));
    assert_eq!(opted_out(&world).await, 2);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_undo_opens_what_was_closed_along_and_counts_what_was_chosen(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaigns = [
        world.campaign().await,
        world.campaign().await,
        world.campaign().await,
    ];
    let chosen = world.reply(campaigns[0], &world.ann, 10).await;
    let messaged = world.reply(campaigns[1], &world.ben, 10).await;
    let closed = world.reply(campaigns[2], &world.ben, 10).await;
    for (conversation, status) in [
        (chosen, "messaged"),
        (messaged, "messaged"),
        (closed, "closed"),
    ] {
        let set = format!("status = '{status}', waiting_since = null");
        world.change(conversation, set).await;
    }
    world.same_contact(chosen, messaged).await;
    world.same_contact(chosen, closed).await;

    let id = done(&world, &vera, BulkChange::OptOut, &[chosen]).await;

    assert_eq!(progress(&world, &vera, id).await.conversations, 1);
    for conversation in [chosen, messaged, closed] {
        assert_eq!(world.row(conversation).await.status, "closed");
    }
    let undo = undone(&world, &vera, id).await;
    assert_eq!((undo.conversations, undo.kept), (1, 0));
    assert_eq!(world.row(chosen).await.status, "messaged");
    assert_eq!(world.row(messaged).await.status, "messaged");
    assert_eq!(world.row(closed).await.status, "closed");
    assert_eq!(opted_out(&world).await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_says_stop_themselves_afterwards_stays_opted_out(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 10).await;
    let id = done(&world, &vera, BulkChange::OptOut, &[reply]).await;
    let stop = world.text_from(reply, "STOP").await;
    receive(&world.store, &stop).await.unwrap();

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (0, 1));
    assert!(world.row(reply).await.opted_out);
    assert_eq!(opted_out(&world).await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_undo_leaves_a_first_text_that_is_to_be_sent_with_who_holds_it(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let campaign = world.campaign().await;
    let of_ann = world.unsent(campaign, &world.ann).await;
    let of_ben = world.unsent(campaign, &world.ben).await;
    let epoch = world.row(of_ann).await.lease_epoch;
    let id = done(&world, &vera, BulkChange::OptOut, &[of_ann, of_ben]).await;
    for conversation in [of_ann, of_ben] {
        assert_eq!(world.row(conversation).await.status, "closed");
    }
    // Ben could not send it any more.
    world.suspend(world.ben.member).await;

    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (2, 0));
    let row = world.row(of_ann).await;
    assert_eq!(
        (row.status.as_str(), row.assigned_to, row.lease_epoch),
        ("needs_message", Some(world.ann.member.0), epoch)
    );
    // Her clock starts anew, as she could not send it meanwhile.
    assert_eq!(row.held_since, Some(noon() + TimeDelta::minutes(2)));
    let row = world.row(of_ben).await;
    assert_eq!(
        (row.status.as_str(), row.assigned_to),
        ("needs_message", None)
    );
}

/// A contact who was texted and is to be texted again.
async fn of_a_second_pass(world: &World) -> ConversationId {
    let campaign = world.campaign().await;
    let texted = Thread {
        outbound: vec![5 * 24 * 60],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    let again = world.thread(campaign, Some(&world.ann), &texted).await;
    let days = SecondPassDays::try_from(1).unwrap();
    world
        .store
        .start_second_pass(&world.admin, campaign, days)
        .await
        .unwrap();
    assert_eq!(world.row(again).await.status, "needs_message");
    again
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_undo_leaves_a_first_text_of_a_second_pass_to_be_sent(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let again = of_a_second_pass(&world).await;

    let id = done(&world, &vera, BulkChange::OptOut, &[again]).await;
    assert_eq!(world.row(again).await.status, "closed");
    let undo = undone(&world, &vera, id).await;

    assert_eq!((undo.conversations, undo.kept), (1, 0));
    let row = world.row(again).await;
    assert_eq!(
        (row.status.as_str(), row.opted_out),
        ("needs_message", false)
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn its_undo_gives_the_pool_such_a_text_whose_holder_was_suspended(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let again = of_a_second_pass(&world).await;
    let to_ben = BulkChange::Reassign(world.ben.member);
    done(&world, &vera, to_ben, &[again]).await;
    let bens = world.row(again).await;
    assert_eq!(bens.assigned_to, Some(world.ben.member.0));
    later(&world, 1);

    let id = done(&world, &vera, BulkChange::OptOut, &[again]).await;
    world.suspend(world.ben.member).await;
    undone(&world, &vera, id).await;

    let row = world.row(again).await;
    assert_eq!(
        (row.status.as_str(), row.assigned_to, row.lease_epoch),
        ("needs_message", None, bens.lease_epoch + 1)
    );
    let lost =
        "select count(*) from assignment_event where reason = 'released' and release_id is null";
    assert_eq!(world.count(lost).await, 1);
}
