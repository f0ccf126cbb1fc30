//! What "unhandled", "idle" and "may be released" mean: the one place. Counts, previews and releases
//! are all built from these fragments, and so is what may be handed out.
//!
//! A fragment is SQL over these aliases, which every statement gives its tables:
//! `cv` conversation, `ca` its campaign, `zone` one of [`zones`]: the contact's own, else the campaign's.
//! Statements that judge what a release takes bind, in this order: `$1` organization, `$2` the pinned
//! clock or null, `$3` interval in minutes, `$4` include team-restricted, `$5` only within texting
//! hours, `$6` include auto-assign off, `$7` the campaign or the texter that it is about, if any;
//! [`Target::bind`](crate::releases::target::Target::bind) does it. Their fragments take the mode
//! of the release: `everywhere`, `campaign`, `unsent`, `automatic` or `own`.

mod clock;
mod due;
mod held;
mod hours;
mod left_out;
mod pooled;
mod tables;

pub(crate) use clock::{composing, idle, idle_here, idle_long_enough, idle_since_opening, typing};
pub(crate) use due::{due_at, never_automatically};
pub(crate) use held::{
    answerable, campaign_open, campaigns_concerned, concerned, in_pool, unhandled, unsent,
};
pub(crate) use hours::{at_any_hour, closing, edge, opening, within_hours};
pub(crate) use left_out::left_out_because;
pub(crate) use pooled::{
    assigned_to_pool, drawn_from, escalated, has_takers, pooled, tags_held, time_to_send,
};
pub(crate) use tables::{judged_tables, now, zones};
