//! A transaction that may have to wait for rows which others hold locked.

use super::{Store, StoreError};
use crate::database::begin_transaction;
use app::error::AppError;
use sqlx::{PgConnection, PgPool, PgTransaction};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long it waits for its turn before it is refused. What it waits for rows comes on top: a texter's send is
/// refused within two and a half seconds in all.
const TURN: Duration = Duration::from_secs(1);
/// How long a rollback may take: the statement that was under way ends within its own limit.
const ROLLBACK: Duration = Duration::from_secs(35);

/// How many transactions of this server may be open at once: three of four connections. If all of them wait for rows
/// that a paused server holds, pages are still read through the rest.
#[derive(Debug, Clone)]
pub struct WriteTurns(Arc<Semaphore>);

impl WriteTurns {
    /// Turns for the connections of this pool.
    pub fn of(pool: &PgPool) -> Self {
        Self(Arc::new(Semaphore::new(Self::count(pool))))
    }

    fn count(pool: &PgPool) -> usize {
        let connections = pool.options().get_max_connections() as usize;
        (connections * 3 / 4).max(1)
    }
}

/// An open transaction and its turn. Rolled back when it is dropped; the turn is over when the connection is free
/// again, which takes as long as a statement that was given up.
pub struct Transaction {
    /// `None` only while it is dropped.
    inner: Option<PgTransaction<'static>>,
    turn: Option<OwnedSemaphorePermit>,
}

impl Drop for Transaction {
    fn drop(&mut self) {
        let (inner, turn) = (self.inner.take(), self.turn.take());
        if let Some(inner) = inner {
            tokio::spawn(async move {
                // A connection that cannot roll back is closed by the pool.
                let _ = tokio::time::timeout(ROLLBACK, inner.rollback()).await;
                drop(turn);
            });
        }
    }
}

impl Store {
    /// Begins a transaction as soon as it has a turn.
    ///
    /// # Errors
    /// [`AppError::Busy`] if there was no turn in time.
    #[tracing::instrument(name = "db.transaction.begin", skip_all)]
    pub async fn begin(&self) -> Result<Transaction, StoreError> {
        let turn = self.turn().await?;
        Ok(Transaction {
            inner: Some(begin_transaction(&self.pool, None).await?),
            turn: Some(turn),
        })
    }

    /// [`Store::begin`] with a statement that begins the transaction and sets what holds within it.
    ///
    /// # Errors
    /// As [`Store::begin`].
    #[tracing::instrument(name = "db.transaction.begin_with", skip_all)]
    pub async fn begin_with(&self, statement: &'static str) -> Result<Transaction, StoreError> {
        let turn = self.turn().await?;
        Ok(Transaction {
            inner: Some(begin_transaction(&self.pool, Some(statement)).await?),
            turn: Some(turn),
        })
    }

    /// Waits until no transaction of this store is open. One that was refused is rolled back behind its answer, and a
    /// hand-out passes over what it still has locked: a test that expects all of it waits for that.
    #[cfg(any(test, feature = "testing"))]
    pub async fn all_rolled_back(&self) {
        let turns = WriteTurns::count(&self.pool);
        let all = u32::try_from(turns).unwrap_or(u32::MAX);
        // Nobody closes it; with all turns at hand nobody has one.
        drop(self.turns.0.acquire_many(all).await);
    }

    /// A turn for one statement that may wait for rows.
    pub(crate) async fn turn(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        let turn = self.turns.0.clone().acquire_owned();
        match tokio::time::timeout(TURN, turn).await {
            Ok(Ok(turn)) => Ok(turn),
            // Nobody closes it.
            Ok(Err(closed)) => Err(StoreError::Interrupted(closed.to_string())),
            Err(_) => {
                tracing::warn!("a request was refused: all turns to write were taken");
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
    #[tracing::instrument(name = "db.transaction.commit", skip_all)]
    pub async fn commit(mut self) -> Result<(), sqlx::Error> {
        match self.inner.take() {
            Some(inner) => inner.commit().await,
            // Only a drop takes it, after which nobody can call this.
            None => Ok(()),
        }
    }
}

impl Deref for Transaction {
    type Target = PgConnection;

    #[expect(
        clippy::expect_used,
        reason = "only `drop` and `commit` take it, and both end the value"
    )]
    fn deref(&self) -> &PgConnection {
        self.inner.as_ref().expect("an open transaction")
    }
}

impl DerefMut for Transaction {
    #[expect(
        clippy::expect_used,
        reason = "only `drop` and `commit` take it, and both end the value"
    )]
    fn deref_mut(&mut self) -> &mut PgConnection {
        self.inner.as_mut().expect("an open transaction")
    }
}
