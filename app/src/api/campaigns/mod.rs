//! Server functions of campaigns: a change of several, and of one its creation and copy, its Autoassign Mode, title, hours,
//! script, canned responses and teams, its launch, its pause, its second pass, the deletion of its unmessaged contacts and its archive. Its
//! releases are in [`super::releases`].

mod archive;
#[cfg(feature = "ssr")]
mod basics_form;
mod change_chosen;
#[cfg(feature = "ssr")]
mod chosen_change;
mod copy;
mod create;
mod delete_unmessaged;
mod get_autoassign;
mod launch;
mod pause;
mod response_input;
mod resume;
mod save_autoassign;
mod save_basics;
mod save_fields;
mod save_responses;
mod save_script;
mod save_teams;
#[cfg(feature = "ssr")]
mod script_form;
mod second_pass;
mod unarchive;
mod version_fields;

pub use archive::{Archive, archive};
#[cfg(feature = "ssr")]
pub use basics_form::BasicsForm;
pub use change_chosen::{ChangeChosen, change_chosen};
#[cfg(feature = "ssr")]
pub use chosen_change::{
    ChosenChange, UnknownChange, changes_url, chosen_url, list_page, parse_left_alone, parse_switch,
};
pub use copy::{CopyCampaign, copy_campaign};
pub use create::{CreateCampaign, create_campaign};
pub use delete_unmessaged::{DeleteUnmessaged, delete_unmessaged};
pub use get_autoassign::{GetAutoassign, get_autoassign};
pub use launch::{Launch, launch};
pub use pause::{Pause, pause};
pub use response_input::ResponseInput;
#[cfg(feature = "ssr")]
pub use response_input::parse as parse_responses;
pub use resume::{Resume, resume};
pub use save_autoassign::{SaveAutoassign, save_autoassign};
pub use save_basics::{SaveBasics, save_basics};
pub use save_fields::SaveFields;
pub use save_responses::{SaveResponses, save_responses};
pub use save_script::{SaveScript, save_script};
pub use save_teams::{SaveTeams, save_teams};
#[cfg(feature = "ssr")]
pub use script_form::ScriptForm;
pub use second_pass::{StartSecondPass, start_second_pass};
pub use unarchive::{Unarchive, unarchive};
pub use version_fields::VersionFields;
