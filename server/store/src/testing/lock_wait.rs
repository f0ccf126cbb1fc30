//! Transactions that wait for a lock.

use super::World;
use chrono::{DateTime, Utc};
use std::time::Duration;
use tokio::time::timeout;

impl World {
    /// Returns when a transaction that began after this moment waits for a lock; says when it began.
    pub async fn next_lock_wait(&self, after: DateTime<Utc>) -> DateTime<Utc> {
        let waiting = async {
            loop {
                if let Some(began) = self.lock_wait(after).await {
                    return began;
                }
                tokio::task::yield_now().await;
            }
        };
        timeout(Duration::from_secs(30), waiting).await.unwrap()
    }

    async fn lock_wait(&self, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        sqlx::query_scalar(
            "select max(xact_start)
               from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock' and xact_start > $1",
        )
        .bind(after)
        .fetch_one(&self.store.pool)
        .await
        .unwrap()
    }
}
