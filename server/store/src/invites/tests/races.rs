//! Many who join at once, and while the link ends.

use super::{made, new, of_uses};
use crate::Store;
use crate::invites::{JoinOutcome, Joiner, join};
use crate::members::NewAccount;
use crate::testing::World;
use app::domain::{InviteId, InviteState, InviteToken, Role};
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

/// What ends a link.
#[derive(Debug, Clone, Copy)]
enum End {
    Revocation,
    Suspension,
}

impl End {
    /// Ends the link, and gives how many uses were counted by then: that is all there ever are.
    async fn run(self, world: &World, store: &Store, invite: InviteId) -> i32 {
        match self {
            Self::Revocation => store.revoke_invite(&world.admin, invite).await.unwrap(),
            Self::Suspension => {
                let suspension = Suspension {
                    member: world.admin.member,
                    was: Role::Admin,
                    and_release: false,
                };
                let suspended = store.suspend(&world.owner, suspension).await;
                assert_eq!(suspended, Ok(None));
            }
        }
        sqlx::query_scalar("select uses from invite where id = $1")
            .bind(invite.0)
            .fetch_one(&store.pool)
            .await
            .unwrap()
    }
}

/// Lets the other side be ahead by some round trips to the database.
async fn fall_behind(store: &Store, round_trips: usize) {
    for _ in 0..round_trips {
        sqlx::query("select").execute(&store.pool).await.unwrap();
    }
}

/// Each round somebody joins while the link ends, with head starts from one that lets whoever joins be done to one that
/// lets the end be: between them both meet in every way.
async fn race(world: &World, end: End) {
    /// More than either side takes.
    const HEAD_START: usize = 12;
    let servers = servers(world).await;
    let mut joined = 0;
    for round in 0..PEOPLE {
        let (invite, token) = made(world, &world.admin, &new(Role::Texter)).await;
        let ahead = round % (2 * HEAD_START + 1);
        let ending = async {
            fall_behind(&servers[0], HEAD_START.saturating_sub(ahead)).await;
            end.run(world, &servers[0], invite).await
        };
        let joining = async {
            fall_behind(&servers[1], ahead.saturating_sub(HEAD_START)).await;
            insistently(&servers[1], &token, round).await
        };
        let (uses, outcome) = tokio::join!(ending, joining);
        if is_joined(&outcome) {
            assert_eq!(uses, 1, "round {round}: joined after the end");
            joined += 1;
        } else {
            assert_eq!(outcome, JoinOutcome::Closed(InviteState::Revoked));
            assert_eq!(uses, 0, "round {round}: a use of somebody who was refused");
        }
        if let End::Suspension = end {
            world.lift(world.admin.member).await;
        }
    }
    assert!(0 < joined && joined < PEOPLE, "{joined} joined");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nobody_joins_after_the_link_was_revoked(pool: PgPool) {
    race(&World::new(pool).await, End::Revocation).await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nobody_joins_after_the_maker_of_the_link_was_suspended(pool: PgPool) {
    race(&World::new(pool).await, End::Suspension).await;
}
