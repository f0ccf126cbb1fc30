//! Texts on their way out. A row's states, and who moves it:
//!
//! ```text
//!   ┌─claim─▶ paced ─┐  paced: its number has a rate, and it waits for its turn
//!   │              claim
//!   │                ▼
//! queued ──claim──▶ sending ──mark_sent──▶ sent
//!   ▲                 │ │ └────fail──────▶ failed
//!   ├────postpone─────┤ └─ lease ends ──claim (resumed)──▶ sending
//!   │                 │    or end_claim
//!   └─resume── held ◀─┘ hold: the campaign is paused
//! ```
//!
//! Every claim counts an attempt, and the number of the attempt fences what follows: whoever comes
//! back after its lease ended, and finds that another claimed the row, changes nothing.

pub(crate) mod claim;
mod end_claim;
mod fail;
mod hold;
mod mark_sent;
mod next_due;
mod postpone;
#[cfg(test)]
mod tests;

pub use claim::{ClaimId, Claimed, claim};
pub use end_claim::end_claim;
pub use fail::fail;
pub use hold::{Hold, hold};
pub use mark_sent::{Mark, mark_sent};
pub use next_due::next_due;
pub use postpone::{Postponed, postpone};
