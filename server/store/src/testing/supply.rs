//! What there is to release and to hand out at a time of day, whoever asks: `$1` is any organization, `$2` the time.

use crate::rules::{
    CAMPAIGN_OPEN, JUDGED_TABLES, OPEN_NOW, POOLED_REPLIES, REPLIES_TIME_TO_SEND, UNHANDLED,
};
use const_format::formatcp;

/// How many replies a release could take, were it of the shortest interval.
pub const RELEASABLE: &str = formatcp!(
    "select count(*)
       from {JUDGED_TABLES}
      where {UNHANDLED} and {OPEN_NOW}
        and ca.auto_assign and not ca.team_restricted and ca.archived_at is null and $1 > 0"
);

/// How many replies the General pool could hand out.
pub const TO_HAND_OUT: &str = formatcp!(
    "select count(*)
       from {JUDGED_TABLES}
      where {POOLED_REPLIES} and {CAMPAIGN_OPEN} and {REPLIES_TIME_TO_SEND}
        and ca.auto_assign and not ca.team_restricted and $1 > 0"
);
