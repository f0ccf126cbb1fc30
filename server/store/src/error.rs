//! What can go wrong in the store, and the sentence that each becomes at the edge.

use app::error::AppError;
use sentences::page;
use std::time::Duration;

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed or was not reached.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The database did not answer in time. What it was asked may or may not have been done.
    #[error("the database did not answer within {0:?}")]
    Silent(Duration),
    /// A row holds what the program does not know.
    #[error("a row cannot be read: {0}")]
    Corrupt(String),
    /// The task that did the work ended before its time.
    #[error("the work was interrupted: {0}")]
    Interrupted(String),
    /// A refusal that the user is shown as it is.
    #[error(transparent)]
    Refused(#[from] AppError),
}

/// What PostgreSQL says of a value that it cannot store: a byte or a character that no text holds, a number
/// out of range, a text that is too long.
const BAD_INPUT: [&str; 4] = ["22021", "22P05", "22003", "22001"];

impl StoreError {
    /// Whether others who use the same rows were in the way: a lock that was not granted in time (55P03), a
    /// statement that ran into its time limit (57014), a deadlock (40P01), a serialization failure (40001),
    /// or no turn to write.
    pub fn is_contention(&self) -> bool {
        if let Self::Refused(refusal) = self {
            return *refusal == AppError::Busy;
        }
        matches!(
            self.code().as_deref(),
            Some("55P03" | "57014" | "40P01" | "40001")
        )
    }

    /// Whether the same work may succeed a moment later, unchanged: a connection that was lost, refused or silent,
    /// a server of the database that restarts, is out of connections or has become a standby, and contention.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Silent(_) | Self::Interrupted(_) => true,
            Self::Database(
                sqlx::Error::Io(_)
                | sqlx::Error::Tls(_)
                | sqlx::Error::Protocol(_)
                | sqlx::Error::BeginFailed
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed,
            ) => true,
            Self::Database(_) => {
                self.is_contention()
                    || self.code().is_some_and(|code| {
                        // Classes: connection exception, insufficient resources, operator intervention.
                        ["08", "53", "57"].iter().any(|class| code.starts_with(class))
                            // The session was ended because its transaction stood idle; read-only: a fail-over.
                            // A fail-over that settles may not know the role or the database yet.
                            || matches!(&*code, "25P03" | "25006" | "28000" | "3D000" | "40003" | "58030")
                    })
            }
            Self::Refused(refusal) => *refusal == AppError::Busy,
            Self::Corrupt(_) => false,
        }
    }

    /// Whether the fault is in what was sent in. Forms are checked before; this is what they overlooked.
    pub fn is_bad_input(&self) -> bool {
        self.code()
            .is_some_and(|code| BAD_INPUT.contains(&code.as_ref()))
    }

    fn code(&self) -> Option<std::borrow::Cow<'_, str>> {
        match self {
            Self::Database(sqlx::Error::Database(error)) => error.code(),
            _ => None,
        }
    }
}

impl From<StoreError> for AppError {
    /// The only place at which a store error becomes a sentence; what the user cannot mend goes to
    /// the log.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(refusal) => refusal,
            blocked if blocked.is_contention() => {
                tracing::warn!(error = %blocked, "a request gave up waiting for rows that others hold");
                AppError::Busy
            }
            error if error.is_bad_input() => {
                tracing::warn!(%error, "a form held a value that the database cannot store");
                AppError::Invalid(page::cannot_be_stored().into())
            }
            failed => {
                tracing::error!(error = %failed, "a request failed in the store");
                AppError::Unavailable
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::StoreError;
    use app::error::AppError;
    use sqlx::PgPool;

    #[sqlx::test(migrator = "crate::MIGRATOR")]
    async fn what_cannot_be_stored_is_the_senders_fault(pool: PgPool) {
        let nul = sqlx::query("select $1::text").bind("a\0b");
        for query in [
            nul,
            sqlx::query("select 100000::int2"),
            sqlx::query("select (repeat('a', 9))::varchar(5), '{\"a\": \"\\u0000\"}'::jsonb"),
        ] {
            let error = query.execute(&pool).await.unwrap_err();
            let error = AppError::from(StoreError::from(error));
            assert!(matches!(error, AppError::Invalid(_)), "{error:?}");
        }
        let gone = sqlx::query("select * from nothing").execute(&pool).await;
        let error = AppError::from(StoreError::from(gone.unwrap_err()));
        assert_eq!(error, AppError::Unavailable);
    }
}
