//! Tags: the list with the form that creates, and one tag.

mod list;
mod tag;

pub use list::TagsPage;
pub use tag::TagPage;
