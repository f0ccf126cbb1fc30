//! What an opened conversation is notified of.

use super::{failed, report, sent, texted};
use crate::delivery_reports::receive;
use crate::messages;
use crate::notify::Change;
use crate::testing::World;
use app::ports::Conversations;
use server_message::ReportedState::{Delivered, Sent};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_holder_is_notified_of_what_is_new_and_nobody_of_the_rest(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let thread = texted(&world).await;
    let mut listener = World::listen(&pool).await;
    for state in [Sent, Delivered] {
        if state == Sent {
            sent(&world, thread, "SM1").await;
        }
        receive(&world.store, &report(&world, "SM1", state).await)
            .await
            .unwrap();
        let change: Change =
            serde_json::from_str(listener.recv().await.unwrap().payload()).unwrap();
        assert_eq!(change.organization, world.organization);
        assert_eq!(change.reports, [(world.ann.member, thread)]);
        assert!(change.campaigns.is_empty() && change.members.is_empty() && !change.more);
    }
    // The next notification is not of the repeated one, and not of what nobody holds.
    receive(&world.store, &report(&world, "SM1", Delivered).await)
        .await
        .unwrap();
    let nobodys = world
        .thread(
            world.campaign().await,
            None,
            &crate::testing::Thread::waiting(5),
        )
        .await;
    sent(&world, nobodys, "SM2").await;
    receive(&world.store, &report(&world, "SM2", Delivered).await)
        .await
        .unwrap();
    let last = texted(&world).await;
    sent(&world, last, "SM3").await;
    let change: Change = serde_json::from_str(listener.recv().await.unwrap().payload()).unwrap();
    assert_eq!(change.reports, [(world.ann.member, last)]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_number_of_a_thread_grows_with_each_text_and_each_report(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let number = async || {
        let watched = world.store.watch(&world.ann, thread).await.unwrap().thread;
        let view = world.store.open(&world.ann, thread).await.unwrap();
        assert_eq!(view.thread_version(), watched, "as the page has it");
        watched
    };
    let mut numbers = vec![number().await];
    sent(&world, thread, "SM1").await;
    numbers.push(number().await);
    for state in [Delivered, failed(30003)] {
        receive(&world.store, &report(&world, "SM1", state).await)
            .await
            .unwrap();
        numbers.push(number().await);
    }
    let text = world.text_from(thread, "Yes").await;
    messages::receive(&world.store, &text).await.unwrap();
    numbers.push(number().await);
    let mut grown = numbers.clone();
    grown.sort_unstable();
    grown.dedup();
    assert_eq!(numbers, grown);
}
