//! Messages that may ask to be left alone, where they are listed and read.

use crate::messages::receive;
use crate::testing::{World, noon};
use app::domain::{ConversationId, ConversationStatus, Goodbye, MessageMark, ReviewFilter};
use app::ports::{Conversations, Reviews};
use chrono::TimeDelta;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn they_are_marked_in_the_list_until_they_are_answered_and_in_the_thread_for_good(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let thread = world.reply(world.campaign().await, &world.ann, 10).await;
    for body in ["Take me off your list", "Who is this?"] {
        let text = world.text_from(thread, body).await;
        receive(&world.store, &text).await.unwrap();
    }
    let excerpts = async || {
        let inbox = world.store.inbox(&world.ann, 0, 10).await.unwrap();
        let excerpts = inbox.into_iter().map(|entry| entry.excerpt);
        excerpts.collect::<Vec<_>>()
    };
    assert_eq!(excerpts().await, ["⚠ May want no more texts: Who is this?"]);
    let marks = async || {
        let view = world.store.open(&world.ann, thread).await.unwrap();
        let marks = view.messages.iter().map(|message| message.mark);
        marks.collect::<Vec<_>>()
    };
    let marked = Some(MessageMark::MayWantToOptOut);
    assert_eq!(marks().await, [None, None, marked, None]);

    let view = world.store.open(&world.ann, thread).await.unwrap();
    let state = app::domain::PageState::from(view.lease_epoch);
    let sent = world.store.send(&world.ann, thread, state, "Sure".into());
    sent.await.unwrap();
    world.store.clock.set(noon() + TimeDelta::minutes(1));
    let text = world.text_from(thread, "Thank you").await;
    receive(&world.store, &text).await.unwrap();
    assert_eq!(excerpts().await, ["Thank you"], "it was answered");
    assert_eq!(marks().await, [None, None, marked, None, None, None]);
}

/// Replies of Ann's whose contacts wrote these texts.
async fn who_wrote(world: &World, texts: &[&[&str]]) -> Vec<ConversationId> {
    let campaign = world.campaign().await;
    let mut threads = Vec::new();
    for bodies in texts {
        let thread = world.reply(campaign, &world.ann, 10).await;
        for body in *bodies {
            let text = world.text_from(thread, body).await;
            receive(&world.store, &text).await.unwrap();
        }
        threads.push(thread);
    }
    threads
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn message_review_marks_those_with_one_that_nobody_answered_and_texters_lists_offer_the_opt_out(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let threads = who_wrote(
        &world,
        &[
            &["Take me off your list"],
            &["Wrong number", "Hello?", "Who is this?"],
            &["Who is this?"],
            &["Wrong number"],
            &["Wrong number"],
        ],
    )
    .await;
    let opted_out = world
        .store
        .opt_out(&world.ann, threads[3], Goodbye::None)
        .await;
    opted_out.unwrap();
    let page = world.epoch(threads[4]).await;
    let sorry = "Sorry, I meant somebody else".to_owned();
    let answered = world
        .store
        .send(&world.ann, threads[4], page.into(), sorry)
        .await;
    answered.unwrap();
    let filter = ReviewFilter::default();
    let page = world.store.review_page(&vera, &filter, None).await.unwrap();
    let excerpts: Vec<_> = page.rows.iter().map(|row| row.excerpt.as_str()).collect();
    assert_eq!(excerpts[3], "Who is this?");
    let marked = page.rows.iter().filter(|row| row.may_want_to_opt_out);
    let marked: Vec<_> = marked.map(|row| row.id).collect();
    assert_eq!(
        marked,
        [threads[1], threads[0]],
        "the others have opted out already, or were answered"
    );
    let inbox = world.store.inbox(&world.ann, 0, 10).await.unwrap();
    let offered = inbox.into_iter().filter(|entry| !entry.opt_out.is_empty());
    let offered: Vec<_> = offered.map(|entry| entry.id).collect();
    assert_eq!(offered, [threads[0], threads[1]]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_has_no_name_is_listed_and_opted_out_without_one(pool: PgPool) {
    let world = World::new(pool).await;
    who_wrote(&world, &[&["St0p"]]).await;
    // As an import leaves it that knows no names.
    world
        .execute("update contact set first_name = '', last_name = ''".into())
        .await;
    let inbox = world.store.inbox(&world.ann, 0, 10).await.unwrap();
    assert_eq!(inbox[0].contact, "No name");
    assert_eq!(inbox[0].opt_out, "Opt out No name");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_list_for_admins_marks_those_who_can_be_opted_out(pool: PgPool) {
    let world = World::new(pool).await;
    let texts: [&[&str]; 3] = [&["St0p"], &["Who is this?"], &["St0p", "Hello?"]];
    who_wrote(&world, &texts).await;
    world
        .execute("update campaign set archived_at = now()".into())
        .await;
    let listed = world
        .store
        .unanswerable(&world.admin, None, 10)
        .await
        .unwrap();
    let mut marked: Vec<_> = listed
        .iter()
        .map(|line| (line.excerpt.as_str(), line.may_want_to_opt_out))
        .collect();
    marked.sort();
    assert_eq!(
        marked,
        [("Hello?", true), ("St0p", true), ("Who is this?", false)]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_has_opted_out_and_wrote_again_waits_for_nobody(pool: PgPool) {
    let world = World::new(pool).await;
    let vera = world.supervolunteer().await;
    let threads = who_wrote(&world, &[&["STOP", "Who is this?"], &["Who is this?"]]).await;
    let row = world.row(threads[0]).await;
    assert_eq!(
        (row.status.as_str(), row.opted_out),
        ("needs_response", true)
    );
    let mut waits = Vec::new();
    for thread in &threads {
        let view = world.store.open(&world.ann, *thread).await.unwrap();
        waits.push(view.waiting.is_some());
    }
    assert_eq!(waits, [false, true]);
    let found = async |status| {
        let filter = ReviewFilter {
            status,
            ..ReviewFilter::default()
        };
        let page = world.store.review_page(&vera, &filter, None).await;
        let rows = page.unwrap().rows.into_iter();
        rows.map(|row| (row.id, row.opted_out)).collect::<Vec<_>>()
    };
    assert_eq!(
        found(Some(ConversationStatus::NeedsResponse)).await,
        [(threads[1], false)]
    );
    assert_eq!(found(None).await, [(threads[1], false), (threads[0], true)]);
}
