//! The ways of handing out that are compared.

use crate::BenchError;
use crate::seed::Seeded;
use app::ports::Requests;
use server_store::Store;
use sqlx::PgPool;

/// How a request is filled. The two connection pools are those of two servers.
#[derive(Debug, Clone)]
pub(super) enum Way {
    /// A `select … for update skip locked` and an `update`, on the table `bare`.
    Bare([PgPool; 2]),
    /// As a texter does it.
    Baton([Store; 2], Seeded),
}

impl Way {
    /// Fills a request of texter `number` for `batch`, and gives how many they got.
    pub async fn take(&self, number: u32, batch: u32) -> Result<u32, BenchError> {
        let server = usize::from(number % 2 == 1);
        match self {
            Self::Bare(pools) => bare(&pools[server], number, batch).await,
            Self::Baton(stores, seeded) => {
                let texter = seeded.texter(seeded.texter_id(number.into()))?;
                let outcome = stores[server].create(&texter, seeded.pool, batch).await?;
                Ok(outcome.assigned())
            }
        }
    }
}

async fn bare(pool: &PgPool, number: u32, batch: u32) -> Result<u32, BenchError> {
    let mut tx = pool.begin().await?;
    let ids: Vec<(i64, i64)> = sqlx::query_as(
        "select organization_id, id from bare
          where status = 'needs_response' and assigned_to is null
          order by waiting_since, id
          limit $1
            for update skip locked",
    )
    .bind(i64::from(batch))
    .fetch_all(&mut *tx)
    .await?;
    let taken = sqlx::query(
        "update bare
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
    // No more than `batch`.
    Ok(u32::try_from(taken).unwrap_or(u32::MAX))
}
