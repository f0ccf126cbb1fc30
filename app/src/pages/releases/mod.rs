//! The release history.

mod history;
mod record;

pub use history::ReleasesPage;
