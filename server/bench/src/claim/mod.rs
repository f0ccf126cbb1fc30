//! `baton bench claim`: Assignment Requests of many texters at once, through the stores of two servers. The baseline is
//! `for update skip locked`, which hands out batches of the same size.

pub(super) mod conversations;
mod load;
mod report;
mod run;
mod scale;
mod strategy;

pub use report::Report;
pub use run::run;
pub use scale::Scale;
