//! The rule of passwords that pages say and the server holds.

/// The minimum length of a new password, in characters.
pub const MIN_PASSWORD_CHARS: usize = 12;
