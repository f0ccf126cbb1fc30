//! People.

mod list;

pub use list::PeoplePage;
