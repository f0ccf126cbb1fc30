//! Server functions of a campaign: its Autoassign Mode, its script and teams, its launch. Its releases are in
//! [`super::releases`].

mod get_autoassign;
mod launch;
mod save_autoassign;
mod save_script;
mod save_teams;

pub use get_autoassign::{GetAutoassign, get_autoassign};
pub use launch::{Launch, launch};
pub use save_autoassign::{SaveAutoassign, save_autoassign};
pub use save_script::{SaveScript, save_script};
pub use save_teams::{SaveTeams, save_teams};
