//! Inbound texts that belong to no conversation, for admins.

mod list;
mod move_text;

pub use list::UnmatchedPage;
pub use move_text::MoveUnmatchedPage;
