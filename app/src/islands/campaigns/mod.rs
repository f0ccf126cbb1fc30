//! The live table of campaigns, with the sentence above it.

mod bar;
mod headline;
mod live_row;
mod menu_button;
mod row;
mod table;

pub use table::{CampaignTable, CampaignTableData};
