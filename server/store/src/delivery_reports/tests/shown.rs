//! What an opened conversation is notified of.

use super::{failed, mark_sent, report, sending, sent, texted};
use crate::delivery_reports::receive;
use crate::messages;
use crate::notify::Change;
use crate::testing::World;
use app::domain::ShownThread;
use app::ports::{Conversations, Releases};
use server_message::ReportedState::{Delivered, Failed, Sent};
use sqlx::PgPool;
use std::collections::BTreeSet;

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
async fn of_what_nobody_holds_who_lost_it_last_is_notified(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let thread = world.reply(world.campaign().await, &world.ann, 60).await;
    let claimed = sending(&world, thread).await;
    world.store.release_mine(&world.ann).await.unwrap();
    assert_eq!(world.holder(thread).await, None);
    let mut listener = World::listen(&pool).await;
    let mut notified = async |of: fn(&Change) -> bool| loop {
        let notification = listener.recv().await.unwrap();
        let change: Change = serde_json::from_str(notification.payload()).unwrap();
        if of(&change) {
            return change;
        }
    };
    let reports = |change: &Change| !change.reports.is_empty();
    mark_sent(&world, &claimed, "SM1").await;
    let sent = notified(reports).await;
    assert_eq!(sent.reports, [(world.ann.member, thread)]);
    let delivered = report(&world, "SM1", Delivered).await;
    receive(&world.store, &delivered).await.unwrap();
    let delivered = notified(reports).await;
    assert_eq!(delivered.reports, [(world.ann.member, thread)]);
    // A text that comes in, a stop word and its end.
    for body in ["Where?", "Stop", "Start"] {
        let text = world.text_from(thread, body).await;
        messages::receive(&world.store, &text).await.unwrap();
        let change = notified(|change| !change.campaigns.is_empty()).await;
        assert_eq!(change.members, [world.ann.member], "{body}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_version_of_a_thread_is_another_one_with_each_text_report_reason_and_tag(pool: PgPool) {
    let world = World::new(pool).await;
    let thread = texted(&world).await;
    let version = async || {
        let watched = world.store.watch(&world.ann, thread).await.unwrap().thread;
        let view = world.store.open(&world.ann, thread).await.unwrap();
        assert_eq!(view.thread_version, watched, "as the page has it");
        let now = world.store.shown(&world.ann, thread).await.unwrap();
        assert_eq!(Some(view.shown), now.map(|now| now.version));
        watched
    };
    let mut versions = vec![version().await];
    sent(&world, thread, "SM1").await;
    versions.push(version().await);
    for state in [Delivered, Failed(None), failed(30003)] {
        receive(&world.store, &report(&world, "SM1", state).await)
            .await
            .unwrap();
        versions.push(version().await);
    }
    let text = world.text_from(thread, "Yes").await;
    messages::receive(&world.store, &text).await.unwrap();
    versions.push(version().await);
    let tags = [
        world.ordinary_tag("Yes").await,
        world.ordinary_tag("No").await,
    ];
    for tags in [vec![tags[0]], vec![tags[1]], tags.to_vec()] {
        world.store.tag(&world.ann, thread, 0, tags).await.unwrap();
        versions.push(version().await);
    }
    let shown = ShownThread::of(&world.store.open(&world.ann, thread).await.unwrap());
    world.store.close(&world.ann, thread, shown).await.unwrap();
    versions.push(version().await);
    let different: BTreeSet<i64> = versions.iter().copied().collect();
    assert_eq!(different.len(), 10, "{versions:?}");
    assert_eq!(different.len(), versions.len());
    assert_eq!(version().await, versions[9], "nothing happened");
}
