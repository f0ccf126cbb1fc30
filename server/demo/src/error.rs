//! The failure of the demo's creation.

use server_auth::PasswordError;
use server_store::StoreError;

/// The reason why the demo was not created. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A statement failed.
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
