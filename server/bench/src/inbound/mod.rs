//! `baton bench inbound`: inbound texts through the signed webhook of a server process. The baseline is the least SQL
//! that writes the same rows, before and after.

mod baseline;
mod conversations;
mod report;
mod run;
mod scale;
mod webhook;

pub use report::Report;
pub use run::run;
pub use scale::Scale;
