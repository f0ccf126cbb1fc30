//! Campaigns.

mod look_at_autoassign;
mod save_autoassign;

pub use look_at_autoassign::{LookAtAutoassign, look_at_autoassign};
pub use save_autoassign::{SaveAutoassign, save_autoassign};
