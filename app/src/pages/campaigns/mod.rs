//! Campaigns.

mod campaign;
mod import_report;
mod list;
mod release;

pub use campaign::CampaignPage;
pub use list::CampaignsPage;
pub use release::ReleasePage;
