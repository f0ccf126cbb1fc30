//! Automatic release, at the deadline.

mod settings;
mod worker;

pub use settings::AutoReleaseSettings;
pub use worker::{AutoRelease, AutoReleaseCounts};
