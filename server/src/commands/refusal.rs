//! The refusal of a form, on the command line.

use super::CommandError;
use app::error::AppError;

/// The sentences of all fields that are not valid, where a form has them beside its fields; else the one of the error.
pub fn refusal(error: AppError) -> CommandError {
    CommandError::Refused(match error {
        AppError::Fields(errors) => errors.sentences().collect::<Vec<_>>().join(" "),
        error => error.to_string(),
    })
}
