//! Many who join at once.

use super::{made, new, of_uses};
use crate::Store;
use crate::invites::{JoinOutcome, Joiner, join};
use crate::members::NewAccount;
use crate::testing::World;
use app::domain::{InviteState, InviteToken, Role};
use app::error::AppError;
use app::ports::{Invites, MemberRoles, Suspension};
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;
use tokio::task::JoinSet;

const PEOPLE: usize = 500;
/// What one server holds open.
const CONNECTIONS: u32 = 20;

/// Two servers on the database of the test.
async fn servers(world: &World) -> [Store; 2] {
    let options = world.store.pool.connect_options().as_ref().clone();
    let server = async || {
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS);
        let pool = pool.connect_with(options.clone()).await.unwrap();
        Store::with_clock(pool, world.store.clock.clone())
    };
    [server().await, server().await]
}

/// Joins as somebody new, again as long as the server has too much to do.
async fn insistently(store: &Store, token: &InviteToken, number: usize) -> JoinOutcome {
    let email = format!("person{number}@example.org");
    let new = NewAccount {
        email: &email,
        name: "Somebody",
        password_hash: "none",
    };
    loop {
        match join(store, token, Joiner::New(&new), None).await {
            Ok(outcome) => return outcome,
            Err(error) => assert_eq!(AppError::from(error), AppError::Busy),
        }
    }
}

fn is_joined(outcome: &JoinOutcome) -> bool {
    matches!(outcome, JoinOutcome::Joined(_))
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_link_of_one_use_admits_one_of_five_hundred_at_once(pool: PgPool) {
    let world = World::new(pool).await;
    let (_, token) = made(&world, &world.admin, &of_uses("1")).await;
    let servers = servers(&world).await;
    let mut joining = JoinSet::new();
    for number in 0..PEOPLE {
        let (store, token) = (servers[number % 2].clone(), token.clone());
        joining.spawn(async move { insistently(&store, &token, number).await });
    }
    let outcomes = joining.join_all().await;
    let admitted = outcomes.iter().filter(|outcome| is_joined(outcome)).count();
    let closed = JoinOutcome::Closed(InviteState::UsedUp);
    let refused = outcomes
        .iter()
        .filter(|outcome| **outcome == closed)
        .count();
    assert_eq!((admitted, refused), (1, PEOPLE - 1));
    let accounts = "select count(*) from account where email like 'person%'";
    assert_eq!(world.count(accounts).await, 1, "nobody was left behind");
    assert_eq!(world.count("select uses::int8 from invite").await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nobody_joins_after_the_link_was_revoked_or_its_maker_suspended(pool: PgPool) {
    let world = World::new(pool).await;
    let servers = servers(&world).await;
    for round in 0..PEOPLE {
        let (invite, token) = made(&world, &world.admin, &new(Role::Texter)).await;
        let ends_by_revocation = round % 2 == 0;
        let end = async {
            if ends_by_revocation {
                servers[0]
                    .revoke_invite(&world.admin, invite)
                    .await
                    .unwrap();
            } else {
                let suspension = Suspension {
                    member: world.admin.member,
                    was: Role::Admin,
                    and_release: false,
                };
                let suspended = servers[0].suspend(&world.owner, suspension).await;
                assert_eq!(suspended, Ok(None));
            }
            // What was counted by then is all there ever is.
            sqlx::query_scalar::<_, i32>("select uses from invite where id = $1")
                .bind(invite.0)
                .fetch_one(&servers[0].pool)
                .await
                .unwrap()
        };
        let (uses, outcome) = tokio::join!(end, insistently(&servers[1], &token, round));
        let expected = if ends_by_revocation {
            InviteState::Revoked
        } else {
            InviteState::MakerLost
        };
        if is_joined(&outcome) {
            assert_eq!(uses, 1, "round {round}: joined after the end");
        } else {
            assert_eq!(outcome, JoinOutcome::Closed(expected));
            assert_eq!(uses, 0, "round {round}: a use of somebody who was refused");
        }
        if !ends_by_revocation {
            world.lift(world.admin.member).await;
        }
    }
}
