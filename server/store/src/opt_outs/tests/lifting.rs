use super::{number, numbers, record};
use crate::messages::receive;
use crate::opt_outs::{Search, Source, add, lift, lifted, list};
use crate::testing::{Thread, World, ago, noon};
use app::domain::OptOutOrigin;
use app::error::AppError;
use app::ports::Conversations;
use chrono::TimeDelta;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_lift_keeps_what_was_and_why_also_when_the_number_opts_out_again(pool: PgPool) {
    let world = World::new(pool).await;
    let actor = world.admin.actor();
    let cell = number("+12025550101");
    let again = |reason: &'static str| lift(&world.store, actor, &cell, reason);
    assert!(matches!(
        AppError::from(again("Nothing to lift").await.unwrap_err()),
        AppError::Invalid(_)
    ));
    record(&world, &cell, Source::Contact).await;
    world.store.clock.set(noon() + TimeDelta::hours(1));
    again("They texted START").await.unwrap();
    again("Twice").await.unwrap_err();
    add(&world.store, actor, &numbers(&["+12025550101"]))
        .await
        .unwrap();
    again("A slip of the hand").await.unwrap();
    record(&world, &cell, Source::Carrier).await;

    let history = lifted(&world.store, world.organization, &cell)
        .await
        .unwrap();
    let history: Vec<_> = history
        .iter()
        .map(|lifted| {
            (
                lifted.opt_out.origin,
                lifted.opt_out.at,
                lifted.reason.as_str(),
            )
        })
        .collect();
    let later = noon() + TimeDelta::hours(1);
    assert_eq!(
        history,
        [
            (OptOutOrigin::Admin, later, "A slip of the hand"),
            (OptOutOrigin::StopWord, noon(), "They texted START"),
        ]
    );
    let search = Search::Number(cell.clone());
    let now = list(&world.store, world.organization, &search, None, 1);
    assert_eq!(now.await.unwrap().0[0].origin, OptOutOrigin::Carrier);
    let details: Vec<String> = sqlx::query_scalar(
        "select detail from audit_event where action = 'opt_out_lifted' order by id",
    )
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    assert_eq!(
        details,
        [
            "+12025550101 · They texted START",
            "+12025550101 · A slip of the hand"
        ]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_was_to_be_texted_or_waited_is_and_does_again_and_nothing_else_opens(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let waited = world.reply(world.campaign().await, &world.ann, 60).await;
    let unsent = world.unsent(world.campaign().await, &world.ann).await;
    let suspended = world.texter().await;
    let theirs = world.reply(world.campaign().await, &suspended, 50).await;
    let asked = world.reply(world.campaign().await, &world.ann, 40).await;
    let messaged = Thread {
        outbound: vec![30],
        inbound: vec![],
        claimed: Some(30),
        drafted: None,
    };
    let campaign = world.campaign().await;
    let messaged = world.thread(campaign, Some(&world.ann), &messaged).await;
    let all = [waited, unsent, theirs, asked, messaged];
    for conversation in &all[1..] {
        world.same_contact(waited, *conversation).await;
    }
    let elsewhere = other.reply(other.campaign().await, &other.ann, 60).await;
    let cell = number(&world.cell(waited).await);
    other
        .execute(format!(
            "update contact set cell = '{cell}' where id = {elsewhere}"
        ))
        .await;
    record(&other, &cell, Source::Contact).await;
    // The stop word is in the thread of the last text that they got.
    let stop = world.text_from(waited, "Stop").await;
    receive(&world.store, &stop).await.unwrap();
    for conversation in all {
        let row = world.row(conversation).await;
        assert_eq!((row.status.as_str(), row.opted_out), ("closed", true));
    }
    world.suspend(suspended.member).await;
    let later = noon() + TimeDelta::hours(2);
    world.store.clock.set(later);
    let admin = world.admin.actor();
    lift(&world.store, admin, &cell, "They asked for it")
        .await
        .unwrap();

    let ann = Some(world.ann.member.0);
    for (conversation, status, holder, waits) in [
        (waited, "needs_response", ann, Some(ago(60))),
        (unsent, "needs_message", None, None),
        (theirs, "needs_response", None, Some(ago(50))),
        (asked, "needs_response", ann, Some(ago(40))),
        // That they said stop is no question.
        (messaged, "closed", ann, Some(noon())),
    ] {
        let row = world.row(conversation).await;
        assert!(!row.opted_out);
        assert_eq!(
            (row.status.as_str(), row.assigned_to, row.waiting_since),
            (status, holder, waits)
        );
    }
    let held_since = world.row(waited).await.held_since;
    assert_eq!(held_since, Some(later), "the holder's clock starts anew");
    assert_eq!(world.epoch(unsent).await, 1);
    let events = "select count(*) from assignment_event e, unnest(e.conversation_ids)
                   where reason = 'released' and release_id is null";
    assert_eq!(world.count(events).await, 2);
    let page = world.store.open(&world.ann, waited).await.unwrap();
    let state = app::domain::PageState::from(page.lease_epoch);
    let sent = world.store.send(&world.ann, waited, state, "Gladly".into());
    sent.await.unwrap();
    assert!(
        other.row(elsewhere).await.opted_out,
        "another organization's holds"
    );

    // What was said while an earlier opt-out held is not taken for a question later.
    add(&world.store, admin, &numbers(&[cell.as_str()]))
        .await
        .unwrap();
    lift(&world.store, admin, &cell, "A slip of the hand")
        .await
        .unwrap();
    assert_eq!(world.row(messaged).await.status, "closed");
    assert_eq!(world.row(asked).await.status, "needs_response");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_was_uploaded_or_wrote_while_opted_out_is_there_after_the_lift(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 60).await;
    let unsent = world.unsent(world.campaign().await, &world.ann).await;
    world.same_contact(thread, unsent).await;
    let cell = number(&world.cell(thread).await);
    record(&world, &cell, Source::Contact).await;
    let text = world.text_from(thread, "Please do text me").await;
    receive(&world.store, &text).await.unwrap();
    // One that was uploaded since is flagged and not closed.
    world
        .change(
            unsent,
            "status = 'needs_message', assigned_to = null".into(),
        )
        .await;
    lift(
        &world.store,
        world.admin.actor(),
        &cell,
        "They asked for it",
    )
    .await
    .unwrap();
    for (conversation, status) in [(thread, "needs_response"), (unsent, "needs_message")] {
        let row = world.row(conversation).await;
        assert_eq!((row.status.as_str(), row.opted_out), (status, false));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_lifted_number_opts_out_again_by_itself(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 60).await;
    let cell = number(&world.cell(thread).await);
    record(&world, &cell, Source::Contact).await;
    lift(
        &world.store,
        world.admin.actor(),
        &cell,
        "They asked for it",
    )
    .await
    .unwrap();
    assert!(!world.row(thread).await.opted_out);
    let text = world.text_from(thread, "STOP").await;
    receive(&world.store, &text).await.unwrap();
    assert!(world.row(thread).await.opted_out);
    assert_eq!(world.count("select count(*) from opt_out").await, 1);
    assert_eq!(world.count("select count(*) from opt_out_lift").await, 1);
}
