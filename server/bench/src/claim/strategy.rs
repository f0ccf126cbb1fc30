//! The strategies of handing out that are compared.

use crate::BenchError;
use crate::seed::Seeded;
use app::ports::Requests;
use server_store::Store;
use sqlx::PgPool;

/// A strategy of filling a request, with the connections of two servers.
#[derive(Debug, Clone)]
pub(super) enum Strategy {
    /// A `select … for update skip locked` and an `update`, on the table `baseline`.
    Baseline([PgPool; 2]),
    /// The store's, as a texter's request calls it.
    Baton(Box<[Store; 2]>, Box<Seeded>),
}

impl Strategy {
    /// Fills a request of texter `number` for `batch` conversations, and returns how many they got.
    pub async fn claim(&self, number: u32, batch: u32) -> Result<u32, BenchError> {
        let server = usize::from(number % 2 == 1);
        match self {
            Self::Baseline(pools) => claim_skip_locked(&pools[server], number, batch).await,
            Self::Baton(stores, seeded) => {
                let texter = seeded.texter(seeded.texter_id(number.into()))?;
                let outcome = stores[server].create(&texter, seeded.pool, batch).await?;
                Ok(outcome.assigned())
            }
        }
    }
}

async fn claim_skip_locked(pool: &PgPool, number: u32, batch: u32) -> Result<u32, BenchError> {
    let mut tx = pool.begin().await?;
    let ids: Vec<(i64, i64)> = sqlx::query_as(
        "select organization_id, id from baseline
          where status = 'needs_response' and assigned_to is null
          order by waiting_since, id
          limit $1
            for update skip locked",
    )
    .bind(i64::from(batch))
    .fetch_all(&mut *tx)
    .await?;
    let claimed = sqlx::query(
        "update baseline
            set assigned_to = $2, held_since = statement_timestamp(), lease_epoch = lease_epoch + 1
          where organization_id = $1 and id = any($3)",
    )
    .bind(ids.first().map(|row| row.0))
    .bind(i64::from(number))
    .bind(ids.iter().map(|row| row.1).collect::<Vec<_>>())
    .execute(&mut *tx)
    .await?
    .rows_affected();
    tx.commit().await?;
    // It is at most `batch`.
    Ok(u32::try_from(claimed).unwrap_or(u32::MAX))
}
