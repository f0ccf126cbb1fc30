//! Pages of campaigns: the list, one campaign with what is set on it, a new one, and the release forms without WASM.

mod answer_times;
mod archive;
mod autoassign;
mod basics;
mod basics_fields;
mod campaign;
mod confirm;
mod import_report;
mod launch;
mod list;
mod new;
mod next_steps;
mod release;
mod release_query;
mod script;
mod second_pass;
mod teams;
mod with_code;

pub use autoassign::AutoassignPage;
pub use campaign::CampaignPage;
pub use list::CampaignsPage;
pub use new::NewCampaignPage;
pub use release::{CampaignReleasePage, ReleasePage};
pub use second_pass::SecondPassPage;
