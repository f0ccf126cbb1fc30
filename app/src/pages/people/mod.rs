//! People: the list of members, with their approval levels.

mod list;

pub use list::PeoplePage;
pub(in crate::pages) use list::role_name;
