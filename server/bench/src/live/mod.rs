//! `baton bench live`: a server with the open event streams of many texters while the pool changes. It has no baseline;
//! the figures are latencies, and the processor time of the server.

mod conversations;
mod load;
mod report;
mod run;
mod scale;
mod streams;

pub use report::Report;
pub use run::run;
pub use scale::Scale;
