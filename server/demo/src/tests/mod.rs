//! The demo on a real database: that it holds together, and that there is something of everything.

mod consistency;
mod making;
mod variety;

use super::create;
use server_store::Store;
use server_store::clock::Clock;
use server_store::testing::noon;
use sqlx::PgPool;

/// A database with the demo in it, made at [`noon`].
async fn demo(pool: PgPool) -> Store {
    let store = Store::with_clock(pool, Clock::pinned_at(noon()));
    create(&store).await.unwrap().unwrap();
    store
}

/// What a query of one number gives.
async fn count(store: &Store, query: &'static str) -> i64 {
    sqlx::query_scalar(query)
        .fetch_one(&store.pool)
        .await
        .unwrap()
}

/// Fails if the query finds anything: what it asks for must not be.
async fn none(store: &Store, what: &str, query: &'static str) {
    let found = sqlx::query(query).fetch_all(&store.pool).await.unwrap();
    assert_eq!(found.len(), 0, "{what}");
}
