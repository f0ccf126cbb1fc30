//! `baton bench release`: previews, a release alone and while texters work, and how late the engine is.

mod bare;
mod by_admin;
mod conversations;
mod lateness;
mod previews;
mod report;
mod run;
mod scale;
mod texters;

pub use report::Report;
pub use run::run;
pub use scale::Scale;
