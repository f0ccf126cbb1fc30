//! Tests of the demo on a real database: its creation, its consistency and its variety.

mod consistency;
mod creation;
mod variety;

use super::create;
use server_store::Store;
use server_store::clock::Clock;
use server_store::testing::noon;
use sqlx::PgPool;

/// A store with the demo, created at [`noon`].
async fn demo(pool: PgPool) -> Store {
    let store = Store::with_clock(pool, Clock::pinned_at(noon()));
    create(&store).await.unwrap().unwrap();
    store
}

/// The number that the query returns.
async fn count(store: &Store, query: &'static str) -> i64 {
    sqlx::query_scalar(query)
        .fetch_one(&store.pool)
        .await
        .unwrap()
}

/// Fails if the query, which looks for an inconsistency, returns a row.
async fn assert_no_rows(store: &Store, what: &str, query: &'static str) {
    let rows = sqlx::query(query).fetch_all(&store.pool).await.unwrap();
    assert_eq!(rows.len(), 0, "{what}");
}
