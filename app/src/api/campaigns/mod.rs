//! Server functions of a campaign: its creation, its Autoassign Mode, title, hours, script and teams, its launch, its
//! second pass and its archive. Its releases are in [`super::releases`].

mod archive;
#[cfg(feature = "ssr")]
mod basics_form;
mod create;
mod get_autoassign;
mod launch;
mod save_autoassign;
mod save_basics;
mod save_script;
mod save_teams;
mod second_pass;
mod unarchive;

pub use archive::{Archive, archive};
pub use create::{CreateCampaign, create_campaign};
pub use get_autoassign::{GetAutoassign, get_autoassign};
pub use launch::{Launch, launch};
pub use save_autoassign::{SaveAutoassign, save_autoassign};
pub use save_basics::{SaveBasics, save_basics};
pub use save_script::{SaveScript, save_script};
pub use save_teams::{SaveTeams, save_teams};
pub use second_pass::{StartSecondPass, start_second_pass};
pub use unarchive::{Unarchive, unarchive};
