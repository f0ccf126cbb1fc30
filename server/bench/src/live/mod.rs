//! `baton bench live`: the open pages of many texters while the pool changes.

mod conversations;
mod load;
mod pages;
mod report;
mod run;
mod scale;

pub use report::Report;
pub use run::run;
pub use scale::Scale;
