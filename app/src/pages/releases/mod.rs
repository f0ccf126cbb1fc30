//! The release history: the list, one release, and the filters.

mod conversations;
mod detail;
mod filter;
mod history;
mod record;

pub use detail::ReleaseDetailPage;
pub use history::ReleasesPage;
