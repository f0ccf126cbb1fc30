//! The failure of the demo's creation.

use app::error::AppError;
use server_auth::PasswordError;
use server_store::StoreError;

/// The reason why the demo was not created, or not set up as far as it should be.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A statement failed.
    #[error("the demo could not be made: {0}")]
    Store(#[from] StoreError),
    /// The demo's password could not be hashed.
    #[error("the demo could not be made: {0}")]
    Password(#[from] PasswordError),
    /// The file of contacts was refused.
    #[error("the contacts of the demo could not be imported: {0}")]
    Import(String),
}

impl From<AppError> for DemoError {
    fn from(error: AppError) -> Self {
        Self::Store(error.into())
    }
}

impl From<sqlx::Error> for DemoError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}
