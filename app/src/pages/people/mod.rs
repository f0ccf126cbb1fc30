//! People: the list of members with their approval levels, and a page for each of them.

mod list;
mod person;
mod person_role;
mod person_teams;
mod release_held;
mod role_tag;
mod suspend;

pub use list::PeoplePage;
pub use person::PersonPage;
pub use release_held::ReleaseHeldPage;
pub(in crate::pages) use role_tag::role_name;
pub use suspend::SuspendPersonPage;
