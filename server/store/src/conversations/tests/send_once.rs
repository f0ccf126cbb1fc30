//! A text that is meant once is sent once.

use super::send::{ann_holds_one, traces};
use crate::messages::receive;
use crate::testing::{World, noon};
use app::domain::{ConversationId, Direction, PageState, ReleaseOrder, ReleasePolicy};
use app::error::AppError;
use app::ports::{Conversations, Releases};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_page_sends_once(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool).await;
    let send = async |page, text: &str| {
        let sent = world.store.send(&world.ann, reply, page, text.into());
        sent.await
    };
    send(0.into(), "At five").await.unwrap();
    let view = world.store.open(&world.ann, reply).await.unwrap();
    let page = PageState {
        lease_epoch: view.lease_epoch,
        last_text: view.messages.last().map(|text| text.id),
    };
    assert!(page.last_text.is_some());
    send(page, "In the library").await.unwrap();
    // The same words are the button pressed twice.
    send(page, "In the library").await.unwrap();
    assert_eq!(traces(&world).await, (2, 2, None));
    let other = send(page, "In the school").await;
    assert_eq!(other, Err(AppError::PageOutdated));
    assert_eq!(traces(&world).await, (2, 2, Some("In the school".into())));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_reply_that_is_sent_twice_goes_out_once(pool: PgPool) {
    let (world, campaign, reply) = ann_holds_one(pool).await;
    let store = &world.store;
    let send = |reply, body: &'static str| store.send(&world.ann, reply, 0.into(), body.into());
    send(reply, "Yes").await.unwrap();
    send(reply, " Yes ").await.unwrap();
    assert_eq!(traces(&world).await, (1, 1, None));
    // Something else, or the same in a while, is another text.
    send(reply, "At noon").await.unwrap();
    send(reply, "Yes").await.unwrap();
    store.clock.set(noon() + chrono::TimeDelta::minutes(10));
    send(reply, "Yes").await.unwrap();
    assert_eq!(traces(&world).await, (4, 4, None));
    // The first press took it back, so that the page of the second knows an older holder.
    let lost = world.reply(campaign, &world.ann, 300).await;
    let everything = ReleaseOrder::Everywhere(ReleasePolicy::default());
    store.start(&world.admin, everything).await.unwrap();
    send(lost, "Here I am").await.unwrap();
    send(lost, "Here I am").await.unwrap();
    assert_eq!(traces(&world).await, (5, 5, None));
}

/// What a page of Ann's knows when it is opened now.
async fn page_of(world: &World, id: ConversationId) -> PageState {
    let view = world.store.open(&world.ann, id).await.unwrap();
    let mut texts = view.messages.iter().rev();
    let last_text = texts.find(|text| text.direction == Direction::Outbound);
    PageState {
        lease_epoch: view.lease_epoch,
        last_text: last_text.map(|text| text.id),
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_reply_whose_answer_was_lost_goes_out_once_whatever_came_since(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool).await;
    let send = async |page, text: &str| {
        let sent = world.store.send(&world.ann, reply, page, text.into());
        sent.await
    };
    send(0.into(), "At five").await.unwrap();
    let page = page_of(&world, reply).await;
    send(page, "Yes").await.unwrap();
    let text = world.text_from(reply, "Sure?").await;
    receive(&world.store, &text).await.unwrap();
    for old in [page, 0.into()] {
        send(old, "Yes").await.unwrap();
        assert_eq!(traces(&world).await, (2, 2, None));
    }
    // Who has seen the question may give the same answer.
    send(page_of(&world, reply).await, "Yes").await.unwrap();
    assert_eq!(traces(&world).await, (3, 3, None));
    // It stays sent when somebody else has the conversation.
    let text = world.text_from(reply, "Really?").await;
    receive(&world.store, &text).await.unwrap();
    let to_ben = format!(
        "assigned_to = {}, released_from = {}, lease_epoch = 2",
        world.ben.member, world.ann.member
    );
    world.change(reply, to_ben).await;
    send(page, "Yes").await.unwrap();
    let by_ben = AppError::TakenByAnother(sentences::page::taken_by_another("Ben"));
    assert_eq!(send(page, "By mail").await, Err(by_ben));
    assert_eq!(traces(&world).await, (3, 3, Some("By mail".into())));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_draft_of_a_text_that_was_sent_already_is_forgotten(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool).await;
    let send = || world.store.send(&world.ann, reply, 0.into(), "Yes".into());
    send().await.unwrap();
    // The answer was lost, so the page keeps the text.
    let kept = world.store.save_draft(&world.ann, reply, "Yes".into());
    kept.await.unwrap();
    send().await.unwrap();
    assert_eq!(traces(&world).await, (1, 1, None));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_was_just_sent_is_no_draft(pool: PgPool) {
    let (world, _, reply) = ann_holds_one(pool).await;
    let store = &world.store;
    let keep = |body: &'static str| store.save_draft(&world.ann, reply, body.into());
    store
        .send(&world.ann, reply, 0.into(), "Yes".into())
        .await
        .unwrap();
    // The answer was lost, so the page keeps the text; the page that is opened next may send it once more.
    keep(" Yes ").await.unwrap();
    assert_eq!(traces(&world).await, (1, 1, None));
    keep("Yes, at noon").await.unwrap();
    assert_eq!(traces(&world).await, (1, 1, Some("Yes, at noon".into())));
    // The same answer to another question is another text, and so it is in a while.
    let text = world.text_from(reply, "Sure?").await;
    receive(store, &text).await.unwrap();
    keep("Yes").await.unwrap();
    assert_eq!(traces(&world).await, (1, 1, Some("Yes".into())));
    store
        .send(
            &world.ann,
            reply,
            page_of(&world, reply).await,
            "Yes".into(),
        )
        .await
        .unwrap();
    store.clock.set(noon() + chrono::TimeDelta::minutes(10));
    keep("Yes").await.unwrap();
    assert_eq!(traces(&world).await, (2, 2, Some("Yes".into())));
}
