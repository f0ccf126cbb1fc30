//! The request that somebody waits for who is suspended.

use super::races::crowded;
use super::suspension;
use crate::notify::Change;
use crate::testing::World;
use app::domain::{RequestOutcome, Role};
use app::error::AppError;
use app::ports::{Approvals, MemberRoles, Requests, Suspension};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_is_denied_and_nobody_is_asked_to_decide_on_it_any_more(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (store, admin, ann) = (&world.store, &world.admin, &world.ann);
    let vera = world.supervolunteer().await;
    world.pooled(world.campaign().await, 60).await;
    let anns = world.pending_request(ann, 5).await;
    let bens = world.pending_request(&world.ben, 5).await;
    assert_eq!(store.count_pending(&vera).await, Ok(2));
    let mut listener = World::listen(&pool).await;

    let suspended = store.suspend(admin, suspension(ann, false)).await;
    assert_eq!(suspended, Ok(None));

    let told = listener.recv().await.unwrap();
    let told: Change = serde_json::from_str(told.payload()).unwrap();
    assert_eq!((told.requests, told.members), (true, vec![ann.member]));
    assert_eq!(store.count_pending(&vera).await, Ok(1));
    let pending = store.pending(&vera, None, 10).await.unwrap();
    let pending: Vec<_> = pending.into_iter().map(|request| request.id).collect();
    assert_eq!(pending, [bens]);
    let approved = store.approve(&vera, anns, false).await;
    assert_eq!(approved, Err(AppError::DecidedAlready));

    // Whose suspension is lifted reads by whom it was denied, and asks anew.
    let lifted = store.lift_suspension(admin, ann.member).await;
    assert_eq!(lifted, Ok(Role::Texter));
    let denied = RequestOutcome::Denied {
        by: "Ada".into(),
        reason: String::new(),
    };
    assert_eq!(store.latest(ann).await, Ok(Some((anns, denied))));
    let given = store.create(ann, world.general, 1).await;
    assert_eq!(given.map(|given| given.assigned()), Ok(1));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn that_of_who_had_been_suspended_before_is_denied_by_the_migration(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin, ann) = (&world.store, &world.admin, &world.ann);
    world.suspend(ann.member).await;
    let anns = world.pending_request(ann, 5).await;
    let bens = world.pending_request(&world.ben, 5).await;
    assert_eq!(store.count_pending(admin).await, Ok(2));

    let migration = include_str!("../../../migrations/0449_request_of_suspended_denied.sql");
    sqlx::raw_sql(migration).execute(&store.pool).await.unwrap();

    let pending = store.pending(admin, None, 10).await.unwrap();
    let pending: Vec<_> = pending.into_iter().map(|request| request.id).collect();
    assert_eq!(pending, [bens]);
    assert_eq!(store.count_pending(admin).await, Ok(1));
    let approved = store.approve(admin, anns, false).await;
    assert_eq!(approved, Err(AppError::DecidedAlready));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_suspension_that_is_refused_leaves_it_as_it_is(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin, ann) = (&world.store, &world.admin, world.ann.member);
    assert_eq!(store.has_pending_request(admin, ann).await, Ok(false));
    world.pending_request(&world.ann, 5).await;
    assert_eq!(store.has_pending_request(admin, ann).await, Ok(true));
    let stale = Suspension {
        was: Role::Supervolunteer,
        ..suspension(&world.ann, false)
    };
    let refused = world.store.suspend(&world.admin, stale).await;
    assert_eq!(refused, Err(AppError::SavedMeanwhile));
    assert_eq!(world.store.count_pending(&world.admin).await, Ok(1));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_suspension_waits_for_who_approves_it_before_it_has_the_member(pool: PgPool) {
    let world = World::new(pool).await;
    let store = crowded(&world).await;
    let request = world.pending_request(&world.ben, 1).await;
    // As an approval does: the request, and then the texter.
    let mut approval = world.store.pool.begin().await.unwrap();
    sqlx::query("select from assignment_request where id = $1 for update")
        .bind(request.0)
        .execute(&mut *approval)
        .await
        .unwrap();
    let approving = async {
        let waiting = "select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'";
        while world.count(waiting).await == 0 {
            tokio::task::yield_now().await;
        }
        sqlx::query("select from member where id = $1 for key share")
            .bind(world.ben.member.0)
            .execute(&mut *approval)
            .await
            .unwrap();
        approval.commit().await.unwrap();
    };
    let suspending = store.suspend(&world.admin, suspension(&world.ben, false));
    let (suspended, ()) = tokio::join!(suspending, approving);
    assert_eq!(suspended, Ok(None));
    assert_eq!(store.count_pending(&world.admin).await, Ok(0));
}
