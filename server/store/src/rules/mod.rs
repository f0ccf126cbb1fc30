//! What "unhandled", "idle", "may be released" and "may be handed out" mean: the one place. Counts, previews,
//! releases and hand-outs are all built from these fragments.
//!
//! A fragment is SQL over these aliases, which every statement gives its tables:
//! `cv` conversation, `ca` its campaign, `zone` one of [`ZONES`]: the contact's own, else the campaign's.
//! Statements put fragments together with `formatcp!`; those that exist once for each mode of a release with
//! [`by_mode`](macro@by_mode), those that exist once for each kind of pool with [`by_kind`](macro@by_kind). How each of
//! them reads in the end is in `server/store/src/tests/statements/snapshots`.
//!
//! Statements that judge what a release takes bind, in this order: `$1` organization, `$2` the pinned
//! clock or null, `$3` interval in minutes, `$4` include team-restricted, `$5` only within texting
//! hours, `$6` include auto-assign off, `$7` the campaign or the texter that it is about, if any;
//! [`Target::bind`](crate::releases::target::Target::bind) does it.

pub(crate) mod by_kind;
pub(crate) mod by_mode;
mod clock;
mod due;
mod escalated;
mod held;
mod hours;
pub(crate) mod kinds;
mod left_out;
pub(crate) mod modes;
mod pooled;
mod second_pass;
mod tables;
mod unmessaged;

pub(crate) use by_kind::{ByKind, by_kind};
pub(crate) use by_mode::{ByMode, Mode, by_mode};
pub(crate) use clock::{IDLE_LONG_ENOUGH, TYPING};
pub(crate) use due::{DUE_AT, NEVER_AUTOMATICALLY};
pub(crate) use escalated::{
    ESCALATED_AND_WAITING, ESCALATED_ELSEWHERE, ESCALATED_IN_POOL, ESCALATED_SINCE,
    ESCALATED_TIME_TO_SEND, MEMBER_HOLDS_TAGS, OPEN_TO_MEMBER,
};
pub(crate) use held::{ANSWERABLE, AWAITED, UNSENT};
pub(crate) use held::{CAMPAIGN_LAUNCHED, CAMPAIGN_OPEN, UNHANDLED};
pub(crate) use hours::{NEXT_EDGE, NEXT_OPENING, OPEN_NOW};
pub(crate) use pooled::{
    ASSIGNED_TO_POOL, DRAWN_FROM, ESCALATED_INITIALS, ESCALATED_REPLIES, HAS_TAKERS, PAST_DUE_DATE,
    POOLED_INITIALS, tags_held,
};
pub(crate) use pooled::{POOLED_REPLIES, REPLIES_TIME_TO_SEND};
pub(crate) use second_pass::{LEFT_OUT_OF_SECOND_PASS, SECOND_PASS};
pub(crate) use tables::JUDGED_TABLES;
pub(crate) use tables::{NOW, ZONES};
pub(crate) use unmessaged::UNMESSAGED;
