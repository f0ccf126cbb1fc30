//! The minimum length of passwords, which pages show and the server enforces.

/// The minimum length of a new password, in characters.
pub const MIN_PASSWORD_CHARS: usize = 12;
