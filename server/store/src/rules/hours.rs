//! Texting hours by the contact's own clock.

/// The texting hours never end, and so never open.
macro_rules! at_any_hour {
    () => {
        "(ca.texting_from = '00:00' and ca.texting_until = '24:00')"
    };
}

/// The moment at which the contact's clock shows a column of the campaign, so many days from today; `$never` if it
/// texts at any hour. The day and its offset are the zone's own, so that nine o'clock is nine o'clock on days on
/// which clocks change; one that they skip or repeat is taken for the later.
macro_rules! edge {
    ($column:literal, $never:literal, $days:literal) => {
        concat!(
            "(case when ",
            $crate::rules::at_any_hour!(),
            " then '",
            $never,
            "'::timestamptz
                   else (zone.today + ",
            $days,
            " + ",
            $column,
            ") at time zone zone.name
               end)"
        )
    };
}

/// The moment at which the contact's texting hours open, so many days from today.
macro_rules! opening {
    ($days:literal) => {
        $crate::rules::edge!("ca.texting_from", "-infinity", $days)
    };
}

/// The moment at which the contact's texting hours end, so many days from today.
macro_rules! closing {
    ($days:literal) => {
        $crate::rules::edge!("ca.texting_until", "infinity", $days)
    };
}

/// It is within the contact's texting hours, and still will be after the margin (an SQL interval).
/// Hours that never end have no end to keep a margin from.
macro_rules! within_hours {
    ($margin:literal) => {
        concat!(
            "(",
            $crate::rules::at_any_hour!(),
            "
              or (zone.clock >= ca.texting_from - time '00:00'
                  and zone.clock + interval '",
            $margin,
            "' < ca.texting_until - time '00:00'))"
        )
    };
}

pub(crate) use {at_any_hour, closing, edge, opening, within_hours};
