//! Transactions whose beginning is given up.

use crate::testing::World;
use futures::FutureExt;
use sqlx::PgPool;
use std::time::Duration;

/// Longer than a rollback takes; no session waits for so long in vain.
const SOON: Duration = Duration::from_secs(10);

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn no_connection_goes_back_into_the_pool_with_an_open_transaction(pool: PgPool) {
    let world = World::new(pool).await;
    // Given up at each of its steps: as many as there are in one that is not given up, and more.
    for steps in 0..40 {
        let mut beginning = Box::pin(world.store.begin());
        for _ in 0..steps {
            if (&mut beginning).now_or_never().is_some() {
                break;
            }
            tokio::task::yield_now().await;
        }
    }
    let none_is_open = async {
        while world
            .count(
                "select count(*) from pg_stat_activity
                  where datname = current_database() and state like 'idle in transaction%'",
            )
            .await
            > 0
        {
            tokio::task::yield_now().await;
        }
    };
    let ended = tokio::time::timeout(SOON, none_is_open).await;
    assert!(ended.is_ok(), "a transaction stays open");
}
