//! The unit of time in the story.

/// A time, as seconds before the creation of the demo.
pub(crate) type SecondsAgo = i64;

/// A minute, in seconds.
pub(crate) const MINUTE: SecondsAgo = 60;
/// An hour, in seconds.
pub(crate) const HOUR: SecondsAgo = 60 * MINUTE;
/// A day, in seconds.
pub(crate) const DAY: SecondsAgo = 24 * HOUR;
