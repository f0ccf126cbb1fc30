//! How long a texter has left.

use crate::rules::{DUE_AT, NEVER_AUTOMATICALLY, NOW, UNHANDLED};
use const_format::formatcp;

/// SQL over the judged tables, with the clock in `$2`: in how many seconds the engine takes the
/// conversation from its holder if nothing happens to it; null if it does not. Rounded up, so that 0 is
/// not shown while there is time.
pub(super) const RELEASE_IN: &str = formatcp!(
    "case when {UNHANDLED} and not {NEVER_AUTOMATICALLY} then ceil(extract(epoch from {DUE_AT} - {NOW}))::bigint end"
);
