//! Two things of one name.

use super::StoreError;
use app::error::AppError;
use app::field_errors::FieldErrors;

/// The schema's refusal of a title that is there already, as a sentence beside the field; any other
/// fault as it is.
pub(super) fn unique_violation(error: sqlx::Error, sentence: &str) -> StoreError {
    let taken = error
        .as_database_error()
        .is_some_and(sqlx::error::DatabaseError::is_unique_violation);
    if taken {
        title_is_taken(sentence)
    } else {
        error.into()
    }
}

/// The refusal of a title that is there already, beside its field.
pub(super) fn title_is_taken(sentence: &str) -> StoreError {
    AppError::Fields(FieldErrors::one("title", sentence)).into()
}
