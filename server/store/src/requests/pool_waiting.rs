//! What the statements say that count by pool.

use crate::count::clamp;
use app::domain::{Age, PoolId};
use sqlx::postgres::PgRow;
use sqlx::{FromRow, Row};

/// How much waits in a pool: a row with `pool_id`, `waiting` and, in seconds, `oldest_wait`.
#[derive(Debug, Clone)]
pub(crate) struct PoolWaiting {
    pub pool: PoolId,
    /// How many conversations.
    pub waiting: u32,
    /// How long the oldest reply of them has been waiting.
    pub oldest_wait: Option<Age>,
}

impl FromRow<'_, PgRow> for PoolWaiting {
    fn from_row(row: &PgRow) -> Result<Self, sqlx::Error> {
        let oldest_wait: Option<i64> = row.try_get("oldest_wait")?;
        Ok(Self {
            pool: PoolId(row.try_get("pool_id")?),
            waiting: clamp(row.try_get("waiting")?),
            oldest_wait: oldest_wait.map(Age::from_seconds),
        })
    }
}
