//! `baton bench import`: files of contacts, one alone and one while texters send and request, and the texters alone.

mod conversations;
mod file;
mod report;
mod run;
mod scale;

pub use report::Report;
pub use run::run;
pub use scale::Scale;
