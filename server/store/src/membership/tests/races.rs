//! Changes of roles while others change, hand out or send.

use super::super::lock::{lock, set_role};
use super::{role, suspension};
use crate::Store;
use crate::messages::{Received, receive};
use crate::testing::{Thread, World};
use app::domain::{ReleaseOrder, ReleasePolicy, Role, Viewer};
use app::error::AppError;
use app::ports::{
    self, Approvals, Conversations, MemberRoles, NewRole, Releases, Requests, UnmatchedTexts,
};
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;
use std::time::Duration;

const ROUNDS: usize = 500;

/// The world's store with a connection for everybody.
pub(super) async fn crowded(world: &World) -> Store {
    let connect = world.store.pool.connect_options().as_ref().clone();
    let pool = PgPoolOptions::new()
        .max_connections(8)
        .connect_with(connect)
        .await
        .unwrap();
    Store::with_clock(pool, world.store.clock.clone())
}

/// Lifts what the round before has suspended.
async fn lift(store: &Store, world: &World, member: &Viewer) {
    if role(world, member.member).await == Role::Suspended {
        let lifted = store.lift_suspension(&world.admin, member.member).await;
        assert_eq!(lifted, Ok(member.role));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn two_owners_who_demote_each_other_leave_one(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, two) = (world.owner.clone(), world.another_owner().await);
    let store = crowded(&world).await;
    for round in 0..ROUNDS {
        let demote = |member| NewRole {
            member,
            was: Role::Owner,
            role: Role::Admin,
        };
        let (by_one, by_two) = tokio::join!(
            store.change_role(&one, demote(two.member)),
            store.change_role(&two, demote(one.member))
        );
        assert!(
            by_one.is_ok() != by_two.is_ok(),
            "{round}: {by_one:?} {by_two:?}"
        );
        let owners = world.count("select count(*) from member where role = 'owner'");
        assert_eq!(owners.await, 1, "{round}");
        let (stays, demoted) = if by_one.is_ok() {
            (&one, &two)
        } else {
            (&two, &one)
        };
        let again = NewRole {
            member: demoted.member,
            was: Role::Admin,
            role: Role::Owner,
        };
        store.change_role(stays, again).await.unwrap();
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nothing_is_handed_out_to_who_is_suspended_at_that_moment(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let store = crowded(&world).await;
    let ben = &world.ben;
    let mut handed_out = 0;
    for round in 0..ROUNDS {
        lift(&store, &world, ben).await;
        let reply = world.pooled(campaign, 300).await;
        let (given, suspended) = tokio::join!(
            store.create(ben, world.general, 1),
            store.suspend(&world.admin, suspension(ben, true))
        );
        handed_out += given.map_or(0, |given| given.assigned());
        let suspended = suspended.unwrap().unwrap();
        assert!(suspended.ended(), "{round}");
        assert_eq!(world.holder(reply).await, None, "{round}");
        // So that the next round finds its own.
        world
            .change(reply, "status = 'closed', waiting_since = null".into())
            .await;
    }
    assert!(handed_out > 0, "it is no race if one of them always wins");
    assert!((handed_out as usize) < ROUNDS);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_sent_was_sent_before_the_suspension(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let store = crowded(&world).await;
    let ben = &world.ben;
    let mut texts = 0;
    for round in 0..ROUNDS {
        lift(&store, &world, ben).await;
        let reply = world.reply(campaign, ben, 300).await;
        let (sent, suspended) = tokio::join!(
            store.send(ben, reply, 0.into(), "On my way".into()),
            store.suspend(&world.admin, suspension(ben, true))
        );
        assert!(suspended.unwrap().unwrap().ended(), "{round}");
        // Sent while it was theirs, or not at all: taking it back would be a send after the suspension.
        let expected = match sent {
            Ok(()) => (Some(ben.member), 0),
            Err(_) => (None, 1),
        };
        let (holder, epoch) = (world.holder(reply).await, world.epoch(reply).await);
        assert_eq!((holder, epoch), expected, "{round}");
        texts += usize::from(sent.is_ok());
        let said = world
            .count("select count(*) from message where sent_by is not null")
            .await;
        assert_eq!(said as usize, texts, "{round}");
    }
    assert!((1..ROUNDS).contains(&texts), "no race: {texts} were sent");
}

/// What comes of something that begins while a suspension of Ben is not committed yet, and waits for it.
async fn during_suspension<T>(world: &World, action: impl Future<Output = T>) -> T {
    let ben = world.ben.member;
    let mut suspension = world.store.pool.begin().await.unwrap();
    let locked = lock(&mut suspension, &world.admin, ben).await.unwrap();
    assert_eq!(locked.check(Role::Suspended), Ok(()));
    set_role(
        &mut suspension,
        &world.admin,
        ben,
        Role::Texter,
        Role::Suspended,
    )
    .await
    .unwrap();
    let commit = async {
        let waiting = "select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'";
        while world.count(waiting).await == 0 {
            tokio::task::yield_now().await;
        }
        suspension.commit().await.unwrap();
    };
    let both = async { tokio::join!(action, commit).0 };
    let both = tokio::time::timeout(Duration::from_secs(10), both).await;
    both.expect("it waits for the suspension, and ends")
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_suspension_is_in_nobodys_way_who_approves_and_waits_for_the_member(pool: PgPool) {
    let world = World::new(pool).await;
    let store = crowded(&world).await;
    let (ben, admin) = (world.ben.member, world.admin.member);
    // As an approval does: the texter, and then, by reference, who decides.
    let lock = "select from member where id = $1 for key share";
    let mut approval = world.store.pool.begin().await.unwrap();
    let texter = sqlx::query(lock).bind(ben.0).execute(&mut *approval);
    texter.await.unwrap();
    let approving = async {
        let waiting = "select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'";
        while world.count(waiting).await == 0 {
            tokio::task::yield_now().await;
        }
        let decider = sqlx::query(lock).bind(admin.0).execute(&mut *approval);
        decider.await.unwrap();
        approval.commit().await.unwrap();
    };
    let suspending = store.suspend(&world.admin, suspension(&world.ben, false));
    let (suspended, ()) = tokio::join!(suspending, approving);
    assert_eq!(suspended, Ok(None));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_hand_out_waits_for_a_suspension_and_is_refused(pool: PgPool) {
    let world = World::new(pool).await;
    let store = crowded(&world).await;
    let reply = world.pooled(world.campaign().await, 300).await;
    let given = during_suspension(&world, store.create(&world.ben, world.general, 1)).await;
    assert_eq!(given, Err(AppError::NotAllowed));
    assert_eq!(world.holder(reply).await, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_approval_waits_for_a_suspension_and_hands_out_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let store = crowded(&world).await;
    let reply = world.pooled(world.campaign().await, 300).await;
    let request = world.pending_request(&world.ben, 1).await;
    let approved = during_suspension(&world, store.approve(&world.admin, request, false)).await;
    assert!(
        matches!(approved, Err(AppError::Invalid(_))),
        "{approved:?}"
    );
    assert_eq!(world.holder(reply).await, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_text_waits_for_a_suspension_and_is_refused(pool: PgPool) {
    let world = World::new(pool).await;
    let store = crowded(&world).await;
    let reply = world.reply(world.campaign().await, &world.ben, 300).await;
    let text = store.send(&world.ben, reply, 0.into(), "On my way".into());
    assert_eq!(
        during_suspension(&world, text).await,
        Err(AppError::NotAllowed)
    );
    assert_eq!(world.count("select count(*) from outbox").await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_reply_waits_for_a_suspension_and_goes_into_the_pool(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let texted = Thread {
        outbound: vec![60],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    let thread = world.thread(campaign, Some(&world.ben), &texted).await;
    let text = world.text_from(thread, "Where do I vote?").await;
    let received = during_suspension(&world, receive(&world.store, &text)).await;
    assert_eq!(received.unwrap(), Received::Recorded(thread));
    assert_eq!(world.holder(thread).await, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_moved_text_waits_for_a_suspension_and_goes_into_the_pool(pool: PgPool) {
    let world = World::new(pool).await;
    let store = crowded(&world).await;
    let reply = world.reply(world.campaign().await, &world.ben, 300).await;
    let text = world.unmatched_text("A", "+13035550101", "Me").await;
    let moved = during_suspension(&world, store.move_text(&world.admin, &text, reply)).await;
    assert_eq!(moved, Ok(()));
    let row = world.row(reply).await;
    assert_eq!((row.assigned_to, row.lease_epoch), (None, 1));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_undo_waits_for_a_suspension_and_gives_nothing_back(pool: PgPool) {
    let world = World::new(pool).await;
    let store = crowded(&world).await;
    let reply = world.reply(world.campaign().await, &world.ben, 300).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let release = world.store.start(&world.admin, order).await.unwrap();
    let undone = during_suspension(&world, store.undo(&world.admin, release.release)).await;
    let undone = undone.unwrap();
    assert_eq!((undone.conversations, undone.kept), (0, 1));
    assert_eq!(world.holder(reply).await, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn who_is_suspended_while_a_campaign_is_unarchived_holds_nothing_of_it(pool: PgPool) {
    let world = World::new(pool).await;
    let store = crowded(&world).await;
    let (admin, ann) = (&world.admin, &world.ann);
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, ann, 300).await;
    for round in 0..ROUNDS {
        world
            .change(reply, format!("assigned_to = {}", ann.member))
            .await;
        ports::CampaignSetup::archive(&store, admin, campaign, true)
            .await
            .unwrap();
        let (unarchived, suspended) = tokio::join!(
            ports::CampaignSetup::unarchive(&store, admin, campaign),
            store.suspend(admin, suspension(ann, true))
        );
        unarchived.unwrap();
        suspended.unwrap();
        assert_eq!(world.holder(reply).await, None, "{round}");
        lift(&store, &world, ann).await;
    }
}
