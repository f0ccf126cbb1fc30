//! Pages of campaigns: the list, a change of several, one campaign with what is set on it, a new one, and the release forms without WASM.

mod answer_times;
mod archive;
mod autoassign;
mod basics;
mod basics_fields;
mod campaign;
mod changes_notice;
mod chosen;
mod chosen_bar;
mod confirm;
mod copy;
mod export;
mod import_report;
mod launch;
mod list;
mod list_query;
mod menu;
mod new;
mod next_steps;
mod pause;
mod release;
mod release_query;
mod script;
mod search;
mod second_pass;
mod section;
mod tabs;
mod teams;

pub use autoassign::AutoassignPage;
pub use campaign::CampaignPage;
pub use chosen::ChosenCampaignsPage;
pub use list::CampaignsPage;
pub use new::NewCampaignPage;
pub use release::{CampaignReleasePage, ReleasePage};
pub use second_pass::SecondPassPage;
