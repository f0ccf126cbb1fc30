//! `baton bench`: how fast it is, measured on a database of its own beside the barest SQL that does the
//! same, in the same run. Figures mean something only beside each other: the table prints ratios.
//!
//! The order of a run: [`Scratch`] makes a database, `seed` fills it, `previews`, `bare` and `releases`
//! measure, `lateness` lets the engine run, and [`Report`] says what came of it. Nothing outside the
//! scratch database is read or written.

mod bare;
mod error;
mod latencies;
mod lateness;
mod previews;
mod releases;
mod report;
mod run;
mod scale;
mod scratch;
mod seed;
mod texters;

pub use error::BenchError;
pub use report::Report;
pub use run::run;
pub use scale::Scale;
pub use scratch::Scratch;
