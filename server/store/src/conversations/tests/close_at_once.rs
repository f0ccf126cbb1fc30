//! A close or a reopening while something else happens to the conversation.

use crate::Store;
use crate::messages::{Received, receive};
use crate::testing::World;
use app::domain::{ConversationId, ReleaseOrder, ReleasePolicy, ShownThread};
use app::error::AppError;
use app::ports::{Conversations, Releases};
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;

/// More of them in `make nightly`.
fn rounds() -> usize {
    match std::env::var("BATON_TEST_MATRIX").as_deref() {
        Ok("whole") => 500,
        _ => 20,
    }
}

/// The world's store with a connection for everybody.
async fn crowded(world: &World) -> Store {
    let connect = world.store.pool.connect_options().as_ref().clone();
    let pool = PgPoolOptions::new()
        .max_connections(8)
        .connect_with(connect)
        .await
        .unwrap();
    Store::with_clock(pool, world.store.clock.clone())
}

async fn shown(world: &World, id: ConversationId) -> ShownThread {
    ShownThread::of(&world.store.open(&world.ann, id).await.unwrap())
}

fn everywhere() -> ReleaseOrder {
    ReleaseOrder::Everywhere(ReleasePolicy::default())
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_writes_while_they_are_closed_waits_for_an_answer(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let store = crowded(&world).await;
    for round in 0..rounds() {
        let reply = world.reply(campaign, &world.ann, 10).await;
        let page = shown(&world, reply).await;
        let text = world.text_from(reply, "One more thing").await;
        let (closed, received) =
            futures::join!(store.close(&world.ann, reply, page), receive(&store, &text));
        assert_eq!(received.unwrap(), Received::Recorded(reply));
        // The text came after the close, or the close did not show it and was refused.
        let refused = matches!(closed, Err(AppError::Invalid(_)));
        assert!(closed.is_ok() || refused, "{round}: {closed:?}");
        let row = world.row(reply).await;
        assert_eq!(row.status, "needs_response", "{round}");
        assert_eq!(row.assigned_to, Some(world.ann.member.0), "{round}");
        assert_eq!(
            row.waiting_since,
            Some(if refused {
                crate::testing::ago(10)
            } else {
                crate::testing::noon()
            }),
            "{round}"
        );
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_close_and_a_release_at_once_have_one_winner(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let store = crowded(&world).await;
    for round in 0..rounds() {
        let reply = world.reply(campaign, &world.ann, 300).await;
        let page = shown(&world, reply).await;
        let (closed, released) = futures::join!(
            store.close(&world.ann, reply, page),
            store.start(&world.admin, everywhere())
        );
        let released = released.unwrap().conversations;
        let row = world.row(reply).await;
        let state = (row.status.as_str(), row.assigned_to, row.lease_epoch);
        match closed {
            Ok(()) => {
                assert_eq!(released, 0, "{round}");
                assert_eq!(state, ("closed", Some(world.ann.member.0), 0), "{round}");
            }
            Err(AppError::ChangedHands) => {
                assert_eq!(released, 1, "{round}");
                assert_eq!(state, ("needs_response", None, 1), "{round}");
                // It is not in the way of the next round.
                world.change(reply, "opted_out = true".into()).await;
            }
            other => panic!("{round}: {other:?}"),
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_reopened_while_a_release_runs_stays_with_who_reopened_it(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let store = crowded(&world).await;
    for round in 0..rounds() {
        let reply = world.reply(campaign, &world.ann, 300).await;
        let page = shown(&world, reply).await;
        store.close(&world.ann, reply, page).await.unwrap();
        let (reopened, released) = futures::join!(
            store.reopen(&world.ann, reply, 0),
            store.start(&world.admin, everywhere())
        );
        // Its holder's clock starts with the reopening.
        assert_eq!(reopened, Ok(()), "{round}");
        assert_eq!(released.unwrap().conversations, 0, "{round}");
        let row = world.row(reply).await;
        let state = (row.status.as_str(), row.assigned_to, row.lease_epoch);
        let held = ("needs_response", Some(world.ann.member.0), 0);
        assert_eq!(state, held, "{round}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_writes_while_they_are_reopened_waits_once(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let store = crowded(&world).await;
    for round in 0..rounds() {
        let reply = world.reply(campaign, &world.ann, 10).await;
        let page = shown(&world, reply).await;
        store.close(&world.ann, reply, page).await.unwrap();
        let text = world.text_from(reply, "One more thing").await;
        let (reopened, received) =
            futures::join!(store.reopen(&world.ann, reply, 0), receive(&store, &text));
        assert_eq!(reopened, Ok(()), "{round}");
        assert_eq!(received.unwrap(), Received::Recorded(reply));
        let row = world.row(reply).await;
        assert_eq!(row.status, "needs_response", "{round}");
        assert_eq!(row.assigned_to, Some(world.ann.member.0), "{round}");
        assert!(row.waiting_since.is_some(), "{round}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nothing_is_reopened_for_who_is_suspended_at_that_moment(pool: PgPool) {
    use app::ports::{MemberRoles, Suspension};
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let store = crowded(&world).await;
    for round in 0..rounds() {
        let reply = world.reply(campaign, &world.ann, 10).await;
        let page = shown(&world, reply).await;
        store.close(&world.ann, reply, page).await.unwrap();
        let suspension = Suspension {
            member: world.ann.member,
            was: world.ann.role,
            and_release: true,
        };
        let (reopened, suspended) = futures::join!(
            store.reopen(&world.ann, reply, 0),
            store.suspend(&world.admin, suspension)
        );
        suspended.unwrap();
        let row = world.row(reply).await;
        let state = (row.status.as_str(), row.assigned_to);
        match reopened {
            Ok(()) => assert_eq!(state, ("needs_response", None), "{round}"),
            Err(AppError::NotAllowed) => {
                assert_eq!(state, ("closed", Some(world.ann.member.0)), "{round}");
            }
            other => panic!("{round}: {other:?}"),
        }
        let lifted = store.lift_suspension(&world.admin, world.ann.member);
        lifted.await.unwrap();
    }
}
