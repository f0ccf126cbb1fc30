//! The demo's campaigns, in the order in which they were created.

mod ballot_cure;
mod canvass;
mod early_vote;
mod en_espanol;
mod library_bond;
mod poll_workers;
mod renewal;
mod rent_relief;
mod school_board;
mod town_hall;
mod voters_abroad;

use super::plan::Plan;

/// All campaigns of the story, the oldest first. The list shows the newest on top, so those that matter most come last.
pub(super) const CAMPAIGNS: [&Plan; 11] = [
    &school_board::PLAN,
    &voters_abroad::PLAN,
    &rent_relief::PLAN,
    &renewal::PLAN,
    &en_espanol::PLAN,
    &poll_workers::PLAN,
    &town_hall::PLAN,
    &ballot_cure::PLAN,
    &library_bond::PLAN,
    &canvass::PLAN,
    &early_vote::PLAN,
];

/// The index of the campaign that had a second pass.
pub(super) const SECOND_PASS: usize = 5;
/// The index of the campaign that is copied.
pub(super) const COPIED: usize = 7;

/// Titles and texts.
type Responses = &'static [(&'static str, &'static str)];

/// The canned responses of those that are answered most, by the index of the campaign.
pub(super) const RESPONSES: [(usize, Responses); 3] = [
    (7, ballot_cure::RESPONSES),
    (9, canvass::RESPONSES),
    (10, early_vote::RESPONSES),
];
