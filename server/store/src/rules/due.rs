//! When automatic release takes a reply.

/// When automatic release takes an unhandled reply, if nothing happens to it and the clock in `$2` goes
/// on: at its interval, or when the grace for composing ends; the next day, if the texting hours end
/// before that; null = never, because they are shorter than the interval. A moment in the past = now.
///
/// It reads the interval from the campaign, so that one statement may ask about many; of those that
/// [`never_automatically`] names it says nothing.
macro_rules! due_at {
    () => {
        concat!(
            "(select case when today.due < today.closing then today.due
                          when tomorrow.due < tomorrow.closing then tomorrow.due
                     end
                from (select greatest(started + waits,
                                      -- `least` passes over a null, which here means that nobody types.
                                      case when cv.draft_edited_at is not null
                                           then least(cv.draft_edited_at + interval '2 minutes', started + 2 * waits)
                                      end,
                                      ",
            $crate::rules::now!(),
            ") as due, ",
            $crate::rules::closing!(0),
            " as closing, waits
                        from (select ",
            $crate::rules::idle_since_opening!(),
            " as started,
                                     make_interval(mins => ca.auto_release_minutes) as waits) clock) today,
                     lateral (select greatest(cv.idle_since, ",
            $crate::rules::opening!(1),
            ") + today.waits as due, ",
            $crate::rules::closing!(1),
            " as closing) tomorrow)"
        )
    };
}

/// What automatic release never takes, however long it waits.
macro_rules! never_automatically {
    () => {
        concat!(
            "(cv.opted_out or cv.escalated or not ca.auto_assign or ca.auto_release_minutes is null
              or not (",
            $crate::rules::campaign_open!(),
            "))"
        )
    };
}

pub(crate) use {due_at, never_automatically};
