//! The time of the story, which is told backwards from now.

/// Seconds before now.
pub(crate) type Ago = i64;

/// In seconds.
pub(crate) const MINUTE: Ago = 60;
/// In seconds.
pub(crate) const HOUR: Ago = 60 * MINUTE;
/// In seconds.
pub(crate) const DAY: Ago = 24 * HOUR;
