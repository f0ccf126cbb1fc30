//! The release history.

mod detail;
mod filter;
mod history;
mod losses;
mod record;

pub use detail::ReleaseDetailPage;
pub use history::ReleasesPage;
