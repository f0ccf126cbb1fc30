//! The idle clock, and what is idle for long enough.

/// Where the idle clock of an automatic release starts: it takes nothing that had no chance to be
/// answered.
macro_rules! idle_since_opening {
    () => {
        concat!("greatest(cv.idle_since, ", $crate::rules::opening!(0), ")")
    };
}

/// Idle for the interval, as far as it depends on the campaign and the zone, not on the conversation: automatic release
/// takes nothing whose texting hours opened less than the interval ago.
macro_rules! idle_here {
    (automatic) => {
        concat!(
            $crate::rules::opening!(0),
            " <= ",
            $crate::rules::now!(),
            " - make_interval(mins => $3)"
        )
    };
    ($mode:ident) => {
        "true"
    };
}

/// Idle for the interval, as far as an index can be walked by it.
macro_rules! idle_long_enough {
    () => {
        concat!(
            "cv.idle_since <= ",
            $crate::rules::now!(),
            " - make_interval(mins => $3)"
        )
    };
}

/// Idle for the interval.
macro_rules! idle {
    ($mode:ident) => {
        concat!(
            $crate::rules::idle_long_enough!(),
            " and ",
            $crate::rules::idle_here!($mode)
        )
    };
}

/// Its texter typed within the last two minutes.
macro_rules! typing {
    () => {
        concat!(
            "(cv.draft_edited_at > ",
            $crate::rules::now!(),
            " - interval '2 minutes')"
        )
    };
}

/// Its texter typed within the last two minutes, and it is not idle for twice the interval yet. Of `counted`
/// conversations it is known.
macro_rules! composing {
    (counted) => {
        "cv.composing"
    };
    (automatic) => {
        concat!(
            "(",
            $crate::rules::typing!(),
            "
              and ",
            $crate::rules::idle_since_opening!(),
            " > ",
            $crate::rules::now!(),
            " - 2 * make_interval(mins => $3))"
        )
    };
    ($mode:ident) => {
        concat!(
            "(",
            $crate::rules::typing!(),
            "
              and cv.idle_since > ",
            $crate::rules::now!(),
            " - 2 * make_interval(mins => $3))"
        )
    };
}

pub(crate) use {composing, idle, idle_here, idle_long_enough, idle_since_opening, typing};
