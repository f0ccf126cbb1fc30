//! Pages of campaigns: the list, one campaign with what is set on it, and the release forms without WASM.

mod answer_times;
mod autoassign;
mod campaign;
mod confirm;
mod import_report;
mod launch;
mod list;
mod next_steps;
mod release;
mod release_query;
mod script;
mod teams;
mod with_code;

pub use autoassign::AutoassignPage;
pub use campaign::CampaignPage;
pub use list::CampaignsPage;
pub use release::{CampaignReleasePage, ReleasePage};
