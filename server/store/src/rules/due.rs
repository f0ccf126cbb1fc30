//! When automatic release takes a reply.

use super::clock::IDLE_SINCE_OPENING;
use super::held::CAMPAIGN_OPEN;
use super::hours::{CLOSING_TODAY, CLOSING_TOMORROW, OPENING_TOMORROW};
use super::tables::NOW;
use const_format::formatcp;

/// When automatic release takes an unhandled reply, if nothing happens to it and the clock in `$2` goes
/// on: at its interval, or when the grace for composing ends; the next day, if the texting hours end
/// before that; null = never, because they are shorter than the interval. A moment in the past = now.
///
/// It reads the interval from the campaign, so that one statement may ask about many; of those that
/// [`NEVER_AUTOMATICALLY`] names it says nothing.
pub(crate) const DUE_AT: &str = formatcp!(
    "(select case when today.due < today.closing then today.due
                  when tomorrow.due < tomorrow.closing then tomorrow.due
             end
        from (select greatest(started + waits,
                              -- `least` passes over a null, which here means that nobody types.
                              case when cv.draft_edited_at is not null
                                   then least(cv.draft_edited_at + interval '2 minutes', started + 2 * waits)
                              end,
                              {NOW}) as due, {CLOSING_TODAY} as closing, waits
                from (select {IDLE_SINCE_OPENING} as started,
                             make_interval(mins => ca.auto_release_minutes) as waits) clock) today,
             lateral (select greatest(cv.idle_since, {OPENING_TOMORROW}) + today.waits as due,
                             {CLOSING_TOMORROW} as closing) tomorrow)"
);

/// What automatic release never takes, however long it waits.
pub(crate) const NEVER_AUTOMATICALLY: &str = formatcp!(
    "(cv.opted_out or cv.escalated or not ca.auto_assign or ca.auto_release_minutes is null
      or not ({CAMPAIGN_OPEN}))"
);
