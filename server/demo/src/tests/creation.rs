//! The conditions under which the demo is created.

use super::{count, demo, importer};
use crate::create;
use crate::story::generate;
use app::domain::Role;
use server_store::Store;
use server_store::clock::Clock;
use server_store::testing::{World, noon};
use sqlx::PgPool;

const ORGANIZATIONS: &str = "select count(*) from organization";

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn everybody_who_is_printed_can_sign_in(pool: PgPool) {
    let store = Store::with_clock(pool, Clock::pinned_at(noon()));
    let sign_ins = create(&store, importer(&store)).await.unwrap().unwrap();
    assert!(sign_ins.created_now);
    let roles: Vec<Role> = sign_ins.people.iter().map(|person| person.role).collect();
    let of = |wanted: Role| roles.iter().filter(|role| **role == wanted).count();
    assert_eq!(roles[..2], [Role::Admin, Role::Owner]);
    assert_eq!((of(Role::Supervolunteer), of(Role::Texter)), (1, 7));
    let hashes: Vec<(String, String)> = sqlx::query_as(
        "select password_hash, m.role::text from account a join member m on m.account_id = a.id where a.email = any($1)",
    )
    .bind(sign_ins.people.iter().map(|person| person.email).collect::<Vec<_>>())
    .fetch_all(&store.pool)
    .await
    .unwrap();
    assert_eq!(hashes.len(), 10);
    let turn = server_auth::hashing_turn().await.unwrap();
    assert!(
        server_auth::verify(
            turn,
            sign_ins.password.to_owned(),
            Some(hashes[0].0.clone())
        )
        .await
        .unwrap()
        .0
    );
    let printed = sign_ins.to_string();
    assert!(
        sign_ins
            .people
            .iter()
            .all(|person| printed.contains(person.email)),
        "{printed}"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_second_start_finds_the_demo_and_makes_none(pool: PgPool) {
    let store = demo(pool).await;
    let again = create(&store, importer(&store)).await.unwrap().unwrap();
    assert!(!again.created_now);
    assert_eq!(count(&store, ORGANIZATIONS).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_database_that_is_somebody_s_own_gets_none(pool: PgPool) {
    let store = World::new(pool).await.store;
    assert_eq!(create(&store, importer(&store)).await.unwrap(), None);
    assert_eq!(count(&store, ORGANIZATIONS).await, 1);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn two_servers_that_start_at_once_make_one(pool: PgPool) {
    let store = Store::new(pool);
    let (one, other) = tokio::join!(
        create(&store, importer(&store)),
        create(&store, importer(&store))
    );
    let made = [one, other].map(|made| made.unwrap().unwrap().created_now);
    assert_eq!(made.into_iter().filter(|made| *made).count(), 1);
    assert_eq!(count(&store, ORGANIZATIONS).await, 1);
}

#[test]
fn the_same_seed_gives_the_same_story() {
    assert!(generate(7).contacts == generate(7).contacts);
    assert!(generate(7).contacts != generate(8).contacts);
}
