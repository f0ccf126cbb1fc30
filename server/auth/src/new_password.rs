//! The check of a new password, with what is wrong with it beside its field.

use super::password_error::MAX_BYTES;
use super::session_fault::unavailable;
use super::{PasswordError, hash, refuse_guessable};
use app::domain::MIN_PASSWORD_CHARS;
use app::error::AppError;
use app::field_errors::FieldErrors;
use sentences::page;

/// The hash of a new password that obeys the rules. `about` is what others know of its owner. It takes the processor's
/// time, so only somebody who has shown that they may choose one gets as far as this.
///
/// # Errors
/// The field with its sentence; too many people at once.
pub(super) async fn hash_new(
    field: &str,
    password: String,
    about: &[&str],
) -> Result<String, AppError> {
    let refused = |error| refused(field, error);
    if password.chars().count() >= MIN_PASSWORD_CHARS && password.len() <= MAX_BYTES {
        refuse_guessable(&password, about).map_err(refused)?;
    }
    hash(password).await.map_err(refused)
}

fn refused(field: &str, error: PasswordError) -> AppError {
    let beside = |sentence: &str| AppError::Fields(FieldErrors::one(field, sentence));
    match error {
        PasswordError::TooShort => {
            let least = MIN_PASSWORD_CHARS.to_string();
            beside(&page::password_is_too_short(&least))
        }
        PasswordError::TooLong => {
            beside(&page::new_password_is_too_long(&sentences::size(MAX_BYTES)))
        }
        PasswordError::Guessable => beside(page::password_is_guessable()),
        PasswordError::Busy => AppError::SignInsBusy,
        PasswordError::Hasher(_) => unavailable(error),
    }
}
