//! What one check of `baton doctor` has found.

/// The result of a check: a description, or a problem with its remedy.
pub(super) type Finding = Result<String, String>;
