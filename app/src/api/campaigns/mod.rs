//! Campaigns.

mod launch;
mod look_at_autoassign;
mod save_autoassign;
mod save_script;
mod save_teams;

pub use launch::{Launch, launch};
pub use look_at_autoassign::{LookAtAutoassign, look_at_autoassign};
pub use save_autoassign::{SaveAutoassign, save_autoassign};
pub use save_script::{SaveScript, save_script};
pub use save_teams::{SaveTeams, save_teams};
