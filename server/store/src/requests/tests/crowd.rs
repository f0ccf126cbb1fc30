//! Everybody asks at once.

use crate::Store;
use crate::testing::World;

use app::ports::Requests;
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;
use tokio::task::JoinSet;

const TEXTERS: usize = 500;
const POOLED: i64 = 10_000;
/// What one server holds open.
const CONNECTIONS: u32 = 20;

/// The replies in the pool, waiting one second longer each, on so many campaigns in turn.
async fn fill(world: &World, campaigns: i64) {
    let first = world.campaign().await;
    for _ in 1..campaigns {
        world.campaign().await;
    }
    // The setting is one of a connection.
    let mut connection = world.store.pool.acquire().await.unwrap();
    for statement in [
        "set session_replication_role = replica".to_owned(),
        format!(
            "insert into conversation (organization_id, id, campaign_id, waiting_since, status)
             select {}, n, {first} + n % {campaigns}, '2026-11-03 16:00Z'::timestamptz - n * interval '1 second', 'needs_response'
               from generate_series(1, {POOLED}) n",
            world.organization
        ),
        "analyze conversation".to_owned(),
        "set session_replication_role = origin".to_owned(),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn five_hundred_texters_through_two_servers_connections_share_ten_thousand(pool: PgPool) {
    all_of_it_is_shared(pool, 1).await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_makes_no_difference_that_each_campaign_has_a_few(pool: PgPool) {
    all_of_it_is_shared(pool, 500).await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_meets_large_requests_gets_what_waits_behind_them(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    fill(&world, 1).await;
    let mut others = pool.begin().await.unwrap();
    sqlx::query(
        "select from conversation where organization_id = $1 order by waiting_since, id limit 9000
            for no key update",
    )
    .bind(world.organization.0)
    .execute(&mut *others)
    .await
    .unwrap();
    let given = world.store.create(&world.ann, world.general, 25).await;
    assert_eq!(given.unwrap().assigned(), 25);
}

async fn all_of_it_is_shared(pool: PgPool, campaigns: i64) {
    let options = pool.connect_options().as_ref().clone();
    let world = World::new(pool).await;
    let connections = async || {
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS);
        pool.connect_with(options.clone()).await.unwrap()
    };
    fill(&world, campaigns).await;
    let servers = [connections().await, connections().await]
        .map(|pool| Store::with_clock(pool, world.store.clock.clone()));
    let mut asking = JoinSet::new();
    for number in 0..TEXTERS {
        let (store, general) = (servers[number % 2].clone(), world.general);
        let texter = world.texter().await;
        asking.spawn(async move { store.create(&texter, general, 25).await.unwrap().assigned() });
    }
    let got: Vec<u32> = asking.join_all().await;
    assert_eq!(got.iter().sum::<u32>(), POOLED as u32);
    // Only who asked while the last were being taken got part of what they wanted.
    let parts = got.iter().filter(|got| !matches!(got, 0 | 25)).count();
    assert!(parts < 2 * CONNECTIONS as usize, "{got:?}");
    assert_eq!(
        world
            .count("select count(*) from conversation where assigned_to is not null and lease_epoch = 1")
            .await,
        POOLED
    );
    assert_eq!(
        world
            .count("select count(distinct id) from (select unnest(conversation_ids) as id from assignment_event) e")
            .await,
        POOLED
    );
}
