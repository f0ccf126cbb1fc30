//! `baton bench release`: the preview, a release alone and while texters work, and the lateness of automatic release.
//! The baselines are one `update` of the same rows, and the fastest batches.

mod baseline;
mod by_admin;
mod conversations;
mod lateness;
mod previews;
mod report;
mod run;
mod scale;

pub use report::Report;
pub use run::run;
pub use scale::Scale;
