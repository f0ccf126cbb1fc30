//! The campaigns page, live.

mod bar;
mod connection_mark;
mod headline;
mod live_row;
mod row;
mod table;

pub use table::CampaignTable;
