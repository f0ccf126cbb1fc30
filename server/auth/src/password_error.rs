//! The errors of passwords, and the limit of their length.

use app::domain::MIN_PASSWORD_CHARS;

/// The maximum length of a password, in bytes, also of one that is checked.
pub(super) const MAX_BYTES: usize = 1024;

/// The reason why a password cannot be set or checked.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Shorter than [`MIN_PASSWORD_CHARS`].
    #[error("use at least {MIN_PASSWORD_CHARS} characters for a password")]
    TooShort,
    /// Longer than [`MAX_BYTES`].
    #[error("use at most {MAX_BYTES} bytes for a password")]
    TooLong,
    /// On a list of leaked passwords, or found by a few rules that people make passwords by.
    #[error(
        "this password is easy to guess; use another, for example four words that have nothing to do with each other"
    )]
    Guessable,
    /// The queue of hashing is full.
    #[error("too many passwords are being checked at this moment; try again in a few seconds")]
    Busy,
    /// The hasher failed, or its task was stopped.
    #[error("the password could not be hashed: {0}")]
    Hasher(String),
}
