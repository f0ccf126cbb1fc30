//! The demo's campaigns, in the order in which they were created.

mod ballot_cure;
mod canvass;
mod early_vote;
mod en_espanol;
mod library_bond;
mod poll_workers;
mod renewal;
mod school_board;
mod town_hall;

use super::plan::Plan;

/// All campaigns, the oldest first. The list shows the newest on top, so those that matter most come last.
pub(super) const CAMPAIGNS: [&Plan; 9] = [
    &school_board::PLAN,
    &renewal::PLAN,
    &en_espanol::PLAN,
    &poll_workers::PLAN,
    &town_hall::PLAN,
    &ballot_cure::PLAN,
    &library_bond::PLAN,
    &canvass::PLAN,
    &early_vote::PLAN,
];
