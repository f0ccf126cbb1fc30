//! `baton bench claim`: requests of many texters at once, through two servers, beside the barest statements
//! that hand the same batches out.

pub(super) mod conversations;
mod load;
mod report;
mod run;
mod scale;
mod way;

pub use report::Report;
pub use run::run;
pub use scale::Scale;
