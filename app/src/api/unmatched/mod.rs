//! Server functions of inbound texts that belong to no conversation.

mod mark_done;
mod move_text;
mod opt_out;

pub use mark_done::{MarkUnmatchedDone, mark_unmatched_done};
pub use move_text::{MoveUnmatched, move_unmatched};
pub use opt_out::{OptOutUnmatched, opt_out_unmatched};
