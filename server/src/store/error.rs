//! What can go wrong in the store, and the sentence that each becomes at the edge.

use app::error::AppError;

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed or was not reached.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// A row holds what the program does not know.
    #[error("a row cannot be read: {0}")]
    Corrupt(String),
    /// The task that did the work ended before its time.
    #[error("the work was interrupted: {0}")]
    Interrupted(String),
    /// A refusal that the user is told as it is.
    #[error(transparent)]
    Refused(#[from] AppError),
}

impl From<StoreError> for AppError {
    /// The only place at which a store error becomes a sentence; what the user cannot mend goes to
    /// the log.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(refusal) => refusal,
            StoreError::Database(_) | StoreError::Corrupt(_) | StoreError::Interrupted(_) => {
                tracing::error!(%error, "store");
                AppError::Unavailable
            }
        }
    }
}
