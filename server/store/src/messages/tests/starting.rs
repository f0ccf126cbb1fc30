//! Who opted out and says start.

use crate::messages::{Received, receive};
use crate::opt_outs::{Source, lifted, record};
use crate::testing::{World, noon};
use app::domain::{ConversationId, MessageMark, OptOutEvent, OptOutOrigin, PhoneNumber};
use app::ports::Conversations;
use chrono::TimeDelta;
use server_message::Keyword;
use sqlx::PgPool;

async fn opt_out(world: &World, thread: ConversationId, source: Source) -> PhoneNumber {
    let cell: PhoneNumber = world.cell(thread).await.parse().unwrap();
    let mut tx = world.store.pool.begin().await.unwrap();
    record(
        &mut tx,
        &world.store.clock,
        world.organization,
        &cell,
        source,
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    cell
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn start_lifts_what_the_contact_recorded_and_is_a_reply_that_says_so(pool: PgPool) {
    let world = World::new(pool).await;
    for (source, origin, word) in [
        (Source::Contact, OptOutOrigin::StopWord, "Start"),
        (Source::Contact, OptOutOrigin::StopWord, "“UNSTOP” please"),
        (Source::Carrier, OptOutOrigin::Carrier, "start"),
    ] {
        let thread = world.reply(world.campaign().await, &world.ann, 10).await;
        let other = world.reply(world.campaign().await, &world.ben, 20).await;
        world.same_contact(thread, other).await;
        let cell = opt_out(&world, thread, source).await;
        world.store.clock.set(noon() + TimeDelta::minutes(5));

        let text = world.text_from(thread, word).await;
        assert_eq!(
            receive(&world.store, &text).await.unwrap(),
            Received::Recorded(thread)
        );

        let row = world.row(thread).await;
        assert_eq!(
            (row.status.as_str(), row.opted_out),
            ("needs_response", false),
            "{word}"
        );
        // What they had asked on another campaign waits again.
        let row = world.row(other).await;
        assert_eq!(
            (row.status.as_str(), row.opted_out),
            ("needs_response", false)
        );
        let history = lifted(&world.store, world.organization, &cell)
            .await
            .unwrap();
        assert_eq!(history.len(), 1);
        assert!(history[0].by_contact && history[0].by.is_none());
        assert_eq!(history[0].at, noon() + TimeDelta::minutes(5));

        let marks = |view: app::domain::ConversationView| -> Vec<_> {
            view.messages.iter().map(|message| message.mark).collect()
        };
        // In the thread with the message that is its mark, elsewhere a note.
        let opted_out = OptOutEvent::OptedOut(origin);
        let notes = |view: &app::domain::ConversationView| -> Vec<_> {
            let notes = view.opt_outs.iter();
            notes.map(|note| (note.event, note.at)).collect()
        };
        let view = world.store.open(&world.ann, thread).await.unwrap();
        assert_eq!(notes(&view), [(opted_out, noon())]);
        assert_eq!(marks(view), [None, None, Some(MessageMark::LiftsOptOut)]);
        let view = world.store.open(&world.ben, other).await.unwrap();
        let lifted = (OptOutEvent::LiftedByContact, noon() + TimeDelta::minutes(5));
        assert_eq!(notes(&view), [(opted_out, noon()), lifted]);
        assert_eq!(marks(view), [None, None]);
        world.store.clock.set(noon());
    }
    assert_eq!(world.count("select count(*) from opt_out").await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn start_lifts_nothing_that_somebody_else_recorded(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for source in [
        Source::Conversation(world.ann.member, campaign),
        Source::Admin(Some(world.ann.member)),
        Source::Admin(None),
        Source::Import(None),
    ] {
        let thread = world.reply(campaign, &world.ann, 10).await;
        opt_out(&world, thread, source).await;
        let text = world.text_from(thread, "START").await;
        receive(&world.store, &text).await.unwrap();
        assert!(world.row(thread).await.opted_out, "{source:?}");
    }
    assert_eq!(world.count("select count(*) from opt_out").await, 4);
    assert_eq!(world.count("select count(*) from opt_out_lift").await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn start_lifts_what_the_contact_said_themselves_after_somebody_else_had_recorded_it(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    for source in [
        Source::Conversation(world.ann.member, campaign),
        Source::Admin(Some(world.ann.member)),
        Source::Import(None),
    ] {
        let thread = world.reply(campaign, &world.ann, 10).await;
        let cell = opt_out(&world, thread, source).await;
        for (word, is_opted_out) in [("START", true), ("STOP", true), ("START", false)] {
            let text = world.text_from(thread, word).await;
            receive(&world.store, &text).await.unwrap();
            assert_eq!(
                world.row(thread).await.opted_out,
                is_opted_out,
                "{source:?}"
            );
        }
        // Who recorded it first is kept.
        let history = lifted(&world.store, world.organization, &cell)
            .await
            .unwrap();
        assert!(history[0].by_contact);
        assert_ne!(history[0].opt_out.origin, OptOutOrigin::StopWord);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn start_that_comes_again_lifts_no_later_opt_out(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    opt_out(&world, thread, Source::Contact).await;
    let start = world.text_from(thread, "START").await;
    receive(&world.store, &start).await.unwrap();
    opt_out(&world, thread, Source::Contact).await;
    assert_eq!(
        receive(&world.store, &start).await.unwrap(),
        Received::Repeated
    );
    assert!(world.row(thread).await.opted_out);
    let elsewhere = World::new(world.store.pool.clone()).await;
    let theirs = elsewhere
        .reply(elsewhere.campaign().await, &elsewhere.ann, 5)
        .await;
    world.same_contact(thread, theirs).await;
    let start = elsewhere.text_from(theirs, "START").await;
    receive(&world.store, &start).await.unwrap();
    assert!(
        world.row(thread).await.opted_out,
        "it was said to another organization"
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn start_counts_even_if_no_thread_matches_it(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    let cell = opt_out(&world, thread, Source::Contact).await;
    world
        .execute(format!(
            "update message set own_number = '+12025559999' where conversation_id = {thread}"
        ))
        .await;
    let mut text = world.text_from(thread, "INICIAR").await;
    text.service_keyword = Some(Keyword::Start);
    assert_eq!(
        receive(&world.store, &text).await.unwrap(),
        Received::Unmatched
    );
    assert!(!world.row(thread).await.opted_out);
    let history = lifted(&world.store, world.organization, &cell)
        .await
        .unwrap();
    assert_eq!(history[0].opt_out.origin, OptOutOrigin::StopWord);
    assert_eq!(history[0].reason, "START");
}
