//! The failure of a measurement.

use app::error::AppError;
use server_store::StoreError;

/// The reason why a measurement gave no figures.
#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    /// The scratch database could not be made.
    #[error(
        "Cannot make a database to measure in: {0}. The role in DATABASE_URL needs CREATEDB and, to load \
         quickly, to be a superuser; or unset DATABASE_URL to use the private cluster."
    )]
    Scratch(sqlx::Error),
    /// A statement failed.
    #[error("the database failed while measuring: {0}")]
    Database(#[from] sqlx::Error),
    /// The schema could not be made.
    #[error("the schema could not be made: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// Baton's own store failed.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// Baton refused an operation.
    #[error("{0}")]
    Refused(#[from] AppError),
    /// A task of the load panicked.
    #[error("a task of the measurement failed: {0}")]
    Task(#[from] tokio::task::JoinError),
    /// The measured server could not be started, or its processor time not be read.
    #[error("the server that is measured: {0}")]
    Server(std::io::Error),
    /// A request to the measured server failed.
    #[error("a request to the server that is measured failed: {0}")]
    Http(#[from] reqwest::Error),
    /// The measured work did not do what it should have, so its time means nothing.
    #[error("the measurement is invalid: {0}")]
    Invalid(String),
}
