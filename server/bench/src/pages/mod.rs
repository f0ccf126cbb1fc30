//! `baton bench pages`: the pages of admins, each as its server function reads it from the database, among many campaigns
//! and conversations; those of people also whole, over HTTP. The baseline of the campaigns page is the plainest page of the
//! same tab: the newest campaigns, with nothing to filter by; that of Message Review the one without a filter; that of a
//! campaign's contacts and of people their whole list.

mod campaigns;
mod contacts;
mod conversations;
mod paged;
mod people;
mod report;
mod reviews;
mod run;
mod scale;
mod texts;

pub use report::Report;
pub use run::run;
pub use scale::Scale;
