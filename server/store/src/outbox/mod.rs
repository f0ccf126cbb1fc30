//! Texts on their way out. A row's states, and who moves it:
//!
//! ```text
//!   ┌─claim─▶ paced ─┐  paced: its number has a rate, and it waits for its turn
//!   │              claim
//!   │                ▼
//! queued ──claim──▶ sending ──mark_sent──▶ sent
//!   ▲                 │ │ └────fail──────▶ failed
//!   ├────postpone─────┤ └─ lease ends ──claim (resumed)──▶ sending
//!   ├──await_opening──┤    or end_claim
//!   │                 │
//!   └─resume── held ◀─┘ hold: the campaign is paused or archived
//!     or unarchive
//! ```
//!
//! The checks of a send are made once more when a text leaves, because it may have waited ([`SendChecks`]).
//!
//! A text that the carrier takes later waits as `queued`, and keeps since when it was asked to (`deferred_since`); its number
//! has it on its way meanwhile, for the choice of a new thread's.
//!
//! Every claim counts an attempt, and the number of the attempt fences what follows: whoever comes
//! back after its lease ended, and finds that another claimed the row, changes nothing.

mod await_opening;
pub(crate) mod claim;
mod end_claim;
mod fail;
mod hold;
mod mark_sent;
mod next_due;
mod postpone;
pub(crate) mod recheck;
mod send_checks;
#[cfg(test)]
mod tests;

pub use await_opening::await_opening;
pub use claim::{ClaimId, Claimed, claim};
pub use end_claim::end_claim;
pub use fail::fail;
pub use hold::{Hold, hold};
pub use mark_sent::{Mark, mark_sent};
pub use next_due::next_due;
pub use postpone::{Postponed, postpone};
pub use recheck::recheck;
pub use send_checks::SendChecks;
