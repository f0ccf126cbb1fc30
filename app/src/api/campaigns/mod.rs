//! Campaigns.

mod save_autoassign;

pub use save_autoassign::{SaveAutoassign, save_autoassign};
