//! What there is to release and to hand out at a time of day, whoever asks: `$1` is any organization, `$2` the time.

use crate::rules::{campaign_open, judged_tables, pooled, time_to_send, unhandled, within_hours};

/// How many replies a release could take, were it of the shortest interval.
pub const RELEASABLE: &str = concat!(
    "select count(*) from ",
    judged_tables!(),
    " where ",
    unhandled!(),
    " and ",
    within_hours!("0 minutes"),
    " and ca.auto_assign and not ca.team_restricted and ca.archived_at is null and $1 > 0"
);

/// How many replies the General pool could hand out.
pub const TO_HAND_OUT: &str = concat!(
    "select count(*) from ",
    judged_tables!(),
    " where ",
    pooled!(replies),
    " and ",
    campaign_open!(),
    " and ca.auto_assign and not ca.team_restricted and ",
    time_to_send!(replies),
    " and $1 > 0"
);
