//! Why a password cannot be used or checked.

/// The shortest password that is taken, in characters.
pub(super) const MIN_CHARS: usize = 10;
/// The longest, in bytes, and the longest that is compared with a hash.
pub(super) const MAX_BYTES: usize = 1024;

/// Why a password cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Too easily guessed.
    #[error("use at least {MIN_CHARS} characters for a password")]
    TooShort,
    /// Longer than anybody types.
    #[error("use at most {MAX_BYTES} bytes for a password")]
    TooLong,
    /// More passwords are to be hashed than the cores get through.
    #[error("too many passwords are being checked at this moment; try again in a few seconds")]
    Busy,
    /// The hasher failed, or its task was stopped.
    #[error("the password could not be hashed: {0}")]
    Hasher(String),
}
