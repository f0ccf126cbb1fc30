//! People: the list of members, with their approval levels.

mod list;

pub use list::PeoplePage;
