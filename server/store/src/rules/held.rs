//! Which conversations a release looks at, and where they stand.

/// The campaign runs: texts can be sent on it, and who writes in waits for an answer.
macro_rules! campaign_open {
    () => {
        "ca.started_at is not null and ca.archived_at is null"
    };
}

/// A reply that a texter holds, and that nobody else can reach.
macro_rules! unhandled {
    () => {
        "cv.status = 'needs_response' and cv.assigned_to is not null"
    };
}

/// An unhandled reply that its texter can answer, on a campaign that runs: nothing goes out to who has opted out,
/// even if they write again.
macro_rules! answerable {
    () => {
        concat!(
            $crate::rules::unhandled!(),
            " and not cv.opted_out and ",
            $crate::rules::campaign_open!()
        )
    };
}

/// An initial that was handed out to a texter and not sent.
macro_rules! unsent {
    () => {
        "cv.status = 'needs_message' and cv.assigned_to is not null"
    };
}

/// A reply that nobody holds.
macro_rules! in_pool {
    () => {
        "cv.status = 'needs_response' and cv.assigned_to is null"
    };
}

/// The campaigns that a release looks at, by its mode: the one that it is about, or all.
macro_rules! campaigns_concerned {
    (everywhere) => {
        "true"
    };
    (own) => {
        "true"
    };
    ($mode:ident) => {
        "ca.id = $7"
    };
}

/// What a release looks at, by its mode: held conversations, everybody's or those that it is about.
macro_rules! concerned {
    (everywhere) => {
        $crate::rules::unhandled!()
    };
    (unsent) => {
        concat!($crate::rules::unsent!(), " and cv.campaign_id = $7")
    };
    (own) => {
        concat!($crate::rules::unhandled!(), " and cv.assigned_to = $7")
    };
    // One campaign, by hand or automatically.
    ($mode:ident) => {
        concat!($crate::rules::unhandled!(), " and cv.campaign_id = $7")
    };
}

pub(crate) use {
    answerable, campaign_open, campaigns_concerned, concerned, in_pool, unhandled, unsent,
};
