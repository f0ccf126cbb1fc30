//! A close by hand, and its end.

use crate::messages::receive;
use crate::opt_outs::lift;
use crate::testing::{Thread, World, ago, noon};
use app::domain::{
    CampaignId, ConversationId, Goodbye, ReleaseOrder, ReleasePolicy, ShownThread, Texter,
};
use app::error::AppError;
use app::ports::{Conversations, Releases, Requests};
use chrono::TimeDelta;
use sqlx::PgPool;

/// What the page of a conversation shows its texter.
pub(super) async fn shown(world: &World, texter: &Texter, id: ConversationId) -> ShownThread {
    ShownThread::of(&world.store.open(texter, id).await.unwrap())
}

pub(super) async fn close(world: &World, id: ConversationId) -> Result<(), AppError> {
    let shown = shown(world, &world.ann, id).await;
    world.store.close(&world.ann, id, shown).await
}

pub(super) async fn writes(world: &World, id: ConversationId, body: &str) {
    let text = world.text_from(id, body).await;
    receive(&world.store, &text).await.unwrap();
}

async fn listed(world: &World, campaign: Option<CampaignId>) -> Vec<ConversationId> {
    let closed = world.store.closed(&world.ann, campaign, None, 10).await;
    closed
        .unwrap()
        .into_iter()
        .map(|listed| listed.id)
        .collect()
}

/// The texter answers, so that the last message of the thread is newer than what other threads have.
pub(super) async fn writes_in(world: &World, reply: ConversationId) {
    let epoch = world.epoch(reply).await;
    let sent = world
        .store
        .send(&world.ann, reply, epoch.into(), "At five".into());
    sent.await.unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_closed_reply_is_off_the_list_and_reopened_it_waits_since_it_waited(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 90).await;
    close(&world, reply).await.unwrap();
    let row = world.row(reply).await;
    assert_eq!((row.status.as_str(), row.lease_epoch), ("closed", 0));
    assert_eq!((row.waiting_since, row.held_since), (None, Some(noon())));
    assert_eq!(row.assigned_to, Some(world.ann.member.0));
    assert_eq!(world.store.inbox(&world.ann, 0, 10).await, Ok(vec![]));
    assert_eq!(listed(&world, None).await, [reply]);
    assert_eq!(listed(&world, Some(campaign)).await, [reply]);
    assert_eq!(listed(&world, Some(world.campaign().await)).await, []);
    let past = world.store.past(&world.ann, None, None, 10);
    assert_eq!(past.await, Ok(vec![]));
    let [card] = &world.store.cards(&world.ann, 0, 10).await.unwrap()[..] else {
        panic!("one campaign, one card");
    };
    let counts = (card.replies, card.past, card.closed_conversations);
    assert_eq!(counts, (0, 0, 1));

    world.store.clock.set(noon() + TimeDelta::minutes(5));
    world.store.reopen(&world.ann, reply, 0).await.unwrap();
    let row = world.row(reply).await;
    assert_eq!(
        (row.status.as_str(), row.lease_epoch),
        ("needs_response", 0)
    );
    assert_eq!(row.waiting_since, Some(ago(90)));
    assert_eq!(row.held_since, Some(noon() + TimeDelta::minutes(5)));
    assert_eq!(listed(&world, None).await, []);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn pressing_twice_is_pressing_once(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 90).await;
    let page = shown(&world, &world.ann, reply).await;
    let close = || world.store.close(&world.ann, reply, page);
    close().await.unwrap();
    let closed = world.row(reply).await;
    world.store.clock.set(noon() + TimeDelta::minutes(5));
    close().await.unwrap();
    assert_eq!(world.row(reply).await, closed);
    world.store.reopen(&world.ann, reply, 0).await.unwrap();
    let reopened = world.row(reply).await;
    world.store.clock.set(noon() + TimeDelta::minutes(9));
    world.store.reopen(&world.ann, reply, 0).await.unwrap();
    assert_eq!(world.row(reply).await, reopened);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_writes_to_a_closed_one_is_a_reply_of_that_moment(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    close(&world, reply).await.unwrap();
    world.store.clock.set(noon() + TimeDelta::hours(3));
    writes(&world, reply, "Hello again").await;
    let row = world.row(reply).await;
    assert_eq!(row.status, "needs_response");
    assert_eq!(row.waiting_since, Some(noon() + TimeDelta::hours(3)));
    assert_eq!(row.assigned_to, Some(world.ann.member.0));
    // It is not released at once for what they wrote before.
    let order = || ReleaseOrder::Everywhere(ReleasePolicy::default());
    let released = world.store.start(&world.admin, order()).await.unwrap();
    assert_eq!(released.conversations, 0);
    // A press on the old page reopens nothing that is open.
    world.store.reopen(&world.ann, reply, 0).await.unwrap();
    assert_eq!(world.row(reply).await, row);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_wrote_between_two_closes_waits_since_then_after_a_reopening(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 180).await;
    world.store.clock.set(ago(120));
    close(&world, reply).await.unwrap();
    world.store.clock.set(ago(60));
    writes(&world, reply, "Hello again").await;
    world.store.clock.set(noon());
    close(&world, reply).await.unwrap();
    world.store.reopen(&world.ann, reply, 0).await.unwrap();
    let row = world.row(reply).await;
    assert_eq!(row.status, "needs_response");
    assert_eq!(row.waiting_since, Some(ago(60)));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_wait_that_was_answered_does_not_come_back_after_an_opt_out(pool: PgPool) {
    let world = World::new(pool).await;
    let reply = world.reply(world.campaign().await, &world.ann, 90).await;
    close(&world, reply).await.unwrap();
    writes(&world, reply, "Hello again").await;
    writes_in(&world, reply).await;
    world
        .store
        .opt_out(&world.ann, reply, Goodbye::None)
        .await
        .unwrap();
    let cell = world.cell(reply).await.parse().unwrap();
    let reason = "A slip of the hand";
    let lifted = lift(&world.store, world.admin.actor(), &cell, reason).await;
    lifted.unwrap();
    world.store.reopen(&world.ann, reply, 0).await.unwrap();
    let row = world.row(reply).await;
    assert_eq!((row.status.as_str(), row.waiting_since), ("convo", None));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_closed_one_is_not_released_and_an_undo_gives_back_none(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let (closed, left) = (
        world.reply(campaign, &world.ann, 300).await,
        world.reply(campaign, &world.ann, 300).await,
    );
    close(&world, closed).await.unwrap();
    let row = world.row(closed).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let released = world.store.start(&world.admin, order).await.unwrap();
    assert_eq!(released.conversations, 1);
    // Ben takes the other one from the pool and closes it.
    let taken = world.store.create(&world.ben, world.general, 5).await;
    assert_eq!(taken.unwrap().assigned(), 1);
    let page = shown(&world, &world.ben, left).await;
    world.store.close(&world.ben, left, page).await.unwrap();
    let undone = world.store.undo(&world.admin, released.release).await;
    let undone = undone.unwrap();
    assert_eq!((undone.conversations, undone.kept), (0, 1));
    assert_eq!(world.holder(left).await, Some(world.ben.member));
    let mine = world.store.release_mine(&world.ann).await.unwrap();
    assert_eq!(mine.conversations, 0);
    assert_eq!(world.row(closed).await, row);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_waited_for_nothing_is_again_what_it_was(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let sent = Thread {
        outbound: vec![90],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    let messaged = world.thread(campaign, Some(&world.ann), &sent).await;
    let answered = world.reply(campaign, &world.ann, 90).await;
    writes_in(&world, answered).await;
    for (id, status) in [(messaged, "messaged"), (answered, "convo")] {
        assert_eq!(world.row(id).await.status, status);
        close(&world, id).await.unwrap();
        assert_eq!(world.row(id).await.status, "closed");
        world.store.reopen(&world.ann, id, 0).await.unwrap();
        let row = world.row(id).await;
        assert_eq!((row.status.as_str(), row.waiting_since), (status, None));
    }
    let unsent = world.unsent(campaign, &world.ann).await;
    let refused = close(&world, unsent).await;
    assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_opted_out_is_not_reopened_and_a_lift_leaves_closed_what_was_closed(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 90).await;
    close(&world, reply).await.unwrap();
    world
        .store
        .opt_out(&world.ann, reply, Goodbye::None)
        .await
        .unwrap();
    let reopened = world.store.reopen(&world.ann, reply, 0).await;
    assert_eq!(reopened, Err(AppError::OptedOut));
    let cell = world.cell(reply).await.parse().unwrap();
    lift(
        &world.store,
        world.admin.actor(),
        &cell,
        "A slip of the hand",
    )
    .await
    .unwrap();
    // It was handled before, so nobody is made to wait for an answer.
    let row = world.row(reply).await;
    assert_eq!((row.status.as_str(), row.opted_out), ("closed", false));
    world.store.reopen(&world.ann, reply, 0).await.unwrap();
    assert_eq!(world.row(reply).await.waiting_since, Some(ago(90)));

    writes(&world, reply, "stop").await;
    let closed = close(&world, reply).await;
    assert_eq!(closed, Ok(()));
    writes(&world, reply, "You still owe me an answer").await;
    assert_eq!(close(&world, reply).await, Err(AppError::OptedOut));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn closed_ones_are_listed_page_by_page_the_latest_first(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let mut closed = Vec::new();
    for minute in 0..5 {
        let reply = world.reply(campaign, &world.ann, 90).await;
        // Two of them at the same moment.
        world
            .store
            .clock
            .set(noon() + TimeDelta::minutes(minute / 2));
        close(&world, reply).await.unwrap();
        closed.insert(0, reply);
    }
    let mut pages = Vec::new();
    loop {
        let after = pages.last().copied();
        let page = world
            .store
            .closed(&world.ann, None, after, 2)
            .await
            .unwrap();
        pages.extend(page.iter().map(|listed| listed.id));
        if page.len() < 2 {
            break;
        }
    }
    assert_eq!(pages, closed);
    assert_eq!(
        world.store.closed(&world.ben, None, None, 10).await,
        Ok(vec![])
    );
}
