//! `baton bench inbound`: texts that come in through the signed webhook of a real server, beside the bare
//! statements that write the same.

mod bare;
mod conversations;
mod report;
mod run;
mod scale;
mod webhook;

pub use report::Report;
pub use run::run;
pub use scale::Scale;
