//! The idle clock, and what is idle for long enough. By mode, the rest of it is in [`super::modes`].

use super::hours::OPENING_TODAY;
use super::tables::NOW;
use const_format::formatcp;

/// Where the idle clock of an automatic release starts: it takes nothing that had no chance to be
/// answered.
pub(super) const IDLE_SINCE_OPENING: &str = formatcp!("greatest(cv.idle_since, {OPENING_TODAY})");

/// Idle for the interval, as far as an index can be walked by it.
pub(crate) const IDLE_LONG_ENOUGH: &str =
    formatcp!("cv.idle_since <= {NOW} - make_interval(mins => $3)");

/// Texting hours that opened the interval ago or earlier: what automatic release takes, as far as it depends on the
/// campaign and the zone, not on the conversation.
pub(super) const OPEN_LONG_ENOUGH: &str =
    formatcp!("{OPENING_TODAY} <= {NOW} - make_interval(mins => $3)");

/// Its texter typed within the last two minutes.
pub(crate) const TYPING: &str = formatcp!("(cv.draft_edited_at > {NOW} - interval '2 minutes')");

/// Its texter typed within the last two minutes, and it is not idle for twice the interval yet.
pub(super) const COMPOSING: &str = formatcp!(
    "({TYPING}
      and cv.idle_since > {NOW} - 2 * make_interval(mins => $3))"
);

/// The same by the idle clock of an automatic release.
pub(super) const COMPOSING_SINCE_OPENING: &str = formatcp!(
    "({TYPING}
      and {IDLE_SINCE_OPENING} > {NOW} - 2 * make_interval(mins => $3))"
);
