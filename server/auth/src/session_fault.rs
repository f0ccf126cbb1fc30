//! The fault of a session that could not be read or written.

use app::error::AppError;

/// Logs the fault. The person can only try again.
pub(super) fn unavailable(error: impl std::fmt::Display) -> AppError {
    tracing::error!(%error, "a session could not be created, changed or deleted");
    AppError::Unavailable
}
