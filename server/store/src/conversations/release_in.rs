//! How long a texter has left.

/// SQL over the judged tables, with the clock in `$2`: in how many seconds the engine takes the
/// conversation from its holder if nothing happens to it; null if it does not. Rounded up, so that 0 is
/// not shown while there is time.
macro_rules! release_in {
    () => {
        concat!(
            "case when ",
            unhandled!(),
            " and not ",
            never_automatically!(),
            " then ceil(extract(epoch from ",
            due_at!(),
            " - ",
            now!(),
            "))::bigint end"
        )
    };
}

pub(super) use release_in;
