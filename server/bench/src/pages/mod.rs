//! `baton bench pages`: the pages of admins, each as its server function reads it from the database, among many campaigns
//! and conversations. The baseline of the campaigns page is the plainest page of the same tab: the newest campaigns, with nothing to filter by; that of a
//! campaign's contacts is their whole list.

mod campaigns;
mod contacts;
mod conversations;
mod report;
mod run;
mod scale;

pub use report::Report;
pub use run::run;
pub use scale::Scale;
