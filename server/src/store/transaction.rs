//! A transaction that may have to wait for rows which others hold locked.

use super::{Store, StoreError};
use app::error::AppError;
use sqlx::{PgConnection, PgPool, PgTransaction};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long it waits for its turn before it is refused: together with [`crate::database::LOCK_TIMEOUT`] the longest
/// that a texter's send is kept waiting.
const TURN: Duration = Duration::from_secs(2);

/// How many transactions of this server may be open at once: three of four connections. If all of them wait for rows
/// that a paused server holds, pages are still read through the rest.
#[derive(Debug, Clone)]
pub struct WriteTurns(Arc<Semaphore>);

impl WriteTurns {
    /// Turns for the connections of this pool.
    pub fn of(pool: &PgPool) -> Self {
        let connections = pool.options().get_max_connections() as usize;
        Self(Arc::new(Semaphore::new((connections * 3 / 4).max(1))))
    }
}

/// An open transaction and its turn. Rolled back when it is dropped.
pub struct Transaction {
    inner: PgTransaction<'static>,
    _turn: OwnedSemaphorePermit,
}

impl Store {
    /// Begins a transaction as soon as it has a turn.
    ///
    /// # Errors
    /// [`AppError::Busy`] if there was no turn in time.
    pub async fn begin(&self) -> Result<Transaction, StoreError> {
        let turn = self.turn().await?;
        Ok(Transaction {
            inner: self.pool.begin().await?,
            _turn: turn,
        })
    }

    /// [`Store::begin`] with a statement that begins the transaction and sets what holds within it.
    ///
    /// # Errors
    /// As [`Store::begin`].
    pub async fn begin_with(&self, statement: &'static str) -> Result<Transaction, StoreError> {
        let turn = self.turn().await?;
        Ok(Transaction {
            inner: self.pool.begin_with(statement).await?,
            _turn: turn,
        })
    }

    /// A turn for one statement that may wait for rows.
    pub(in crate::store) async fn turn(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        let turn = self.turns.0.clone().acquire_owned();
        match tokio::time::timeout(TURN, turn).await {
            Ok(Ok(turn)) => Ok(turn),
            // Nobody closes it.
            Ok(Err(closed)) => Err(StoreError::Interrupted(closed.to_string())),
            Err(_) => {
                tracing::warn!("a request found every turn to write taken");
                Err(AppError::Busy.into())
            }
        }
    }
}

impl Transaction {
    /// Commits it.
    ///
    /// # Errors
    /// The commit was refused; or its answer was lost, and whether it is committed is not known.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        self.inner.commit().await
    }
}

impl Deref for Transaction {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        &self.inner
    }
}

impl DerefMut for Transaction {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.inner
    }
}
