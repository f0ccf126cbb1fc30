//! The campaigns page, live.

mod bar;
mod headline;
mod live_row;
mod menu;
mod row;
mod table;

pub use table::CampaignTable;
