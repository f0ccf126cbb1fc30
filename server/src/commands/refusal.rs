//! The refusal of a form, on the command line.

use super::CommandError;
use app::error::AppError;
use server_store::StoreError;

/// The sentences of all fields that are not valid, where a form has them beside its fields; else the one of the error.
pub(super) fn refusal(error: AppError) -> CommandError {
    CommandError::Refused(match error {
        AppError::Fields(errors) => errors.sentences().collect::<Vec<_>>().join(" "),
        error => error.to_string(),
    })
}

/// The same of what the store refused; its faults stay what they are.
pub(super) fn store_refusal(error: StoreError) -> CommandError {
    match error {
        StoreError::Refused(error) => refusal(error),
        error => error.into(),
    }
}
