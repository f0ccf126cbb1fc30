//! Tags.

mod list;
mod tag;

pub use list::TagsPage;
pub use tag::TagPage;
