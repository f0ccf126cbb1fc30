//! Why there is no demo.

use server_auth::PasswordError;
use server_store::StoreError;

/// Why the demo was not made. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The database, or a row that it would not take.
    #[error("the demo could not be made: {0}")]
    Store(#[from] StoreError),
    /// The demo's password could not be hashed.
    #[error("the demo could not be made: {0}")]
    Password(#[from] PasswordError),
}

impl From<sqlx::Error> for DemoError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}
