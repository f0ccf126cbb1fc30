//! A text that is meant once is sent once.

use super::send::{ann_holds_one, traces};
use crate::messages::receive;
use crate::testing::noon;
use app::domain::{PageState, ReleaseOrder, ReleasePolicy};
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
    // Who has been answered, and asks again, may get the same answer.
    let text = world.text_from(reply, "Sure?").await;
    receive(store, &text).await.unwrap();
    send(reply, "Yes").await.unwrap();
    assert_eq!(traces(&world).await, (6, 6, None));
}
