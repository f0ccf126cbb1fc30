//! People: the list of members with their approval levels, and a page for each of them.

mod list;
mod person;
mod person_role;
mod person_teams;
mod role_tag;
mod suspend;

pub use list::PeoplePage;
pub use person::PersonPage;
pub(in crate::pages) use role_tag::role_name;
pub use suspend::SuspendPersonPage;
